// Long because every sentence of this API stands here once, in each language.
import type { FastifyRequest } from 'fastify';
import { chooseLocale, defineTexts, type Locale } from '../../platform/texts.ts';

/** The words of the contract (§2.2–§2.4, §4–§6) in English, and what they mean in German and Dutch. */
const texts = {
  en: {
    required: 'This field is required.',
    blank: 'This field may not be blank.',
    null: 'This field may not be null.',
    noText: 'Not a valid string.',
    badEmail: 'Enter a valid email address.',
    tooLong: 'Ensure this field has no more than {{limit}} characters.',
    badUsername:
      'Enter a valid username. This value may contain only letters, numbers, and @/./+/-/_ characters.',
    usernameTaken: 'A user with that username already exists.',
    emailTaken: 'user with this email address already exists.',
    emailRegistered: 'A user is already registered with this e-mail address.',
    tenantNameTaken: 'tenant with this name already exists.',
    subdomainTaken: 'There is already an domain with that name.',
    badSubdomain:
      'Enter a valid subdomain: 1 to 63 letters, digits and hyphens, beginning and ending with a letter or digit.',
    reservedSubdomain: 'This subdomain is reserved.',
    noDictionary: 'Invalid data. Expected a dictionary, but got {{type}}.',
    badChoice: '"{{value}}" is not a valid choice.',
    badBoolean: 'Must be a valid boolean.',
    badInteger: 'A valid integer is required.',
    badDate: 'Enter a valid date or moment (ISO 8601).',
    badUuid: 'Enter a valid UUID.',
    similarUsername: 'The password is too similar to the username.',
    similarFirstName: 'The password is too similar to the first name.',
    similarLastName: 'The password is too similar to the last name.',
    similarEmail: 'The password is too similar to the email address.',
    shortPassword: 'This password is too short. It must contain at least 8 characters.',
    commonPassword: 'This password is too common.',
    numericPassword: 'This password is entirely numeric.',
    passwordsDiffer: "The two password fields didn't match.",
    wrongOldPassword: 'Your old password was entered incorrectly. Please enter it again.',
    wrongPassword: 'The password is wrong.',
    invalidValue: 'Invalid value',
    mustInclude: 'Must include "email" and "password".',
    wrongLogin: 'Unable to log in with provided credentials.',
    disabled: 'User account is disabled.',
    notVerified: 'E-mail is not verified.',
    severalTenants: 'Several accounts have these credentials; name one of these subdomains: {{subdomains}}.',
    notGiven: 'Authentication credentials were not provided.',
    noCredentials: 'Invalid Authorization header. No credentials provided.',
    blanksInCredentials: 'Invalid Authorization header. Credentials string should not contain spaces.',
    badSignature: 'Error decoding signature.',
    expiredSignature: 'Signature has expired.',
    expiredRefresh: 'Refresh has expired.',
    noSignIn: 'orig_iat field is required.',
    badCredentials: 'Incorrect authentication credentials.',
    badPayload: 'Invalid payload.',
    unknownSignature: 'Invalid signature.',
    forbidden: 'You do not have permission to perform this action.',
    crossOrigin: 'CSRF Failed: A session cookie counts only on requests from this site.',
    missing: 'Not found.',
    badPage: 'Invalid page.',
    method: 'Method "{{method}}" not allowed.',
    mediaType: 'Unsupported media type "{{type}}" in request.',
    notAcceptable: 'Could not satisfy the request Accept header.',
    throttled: 'Request was throttled. Expected available in {{seconds}} seconds.',
    throttledOne: 'Request was throttled. Expected available in {{seconds}} second.',
    fault: 'Internal server error.',
    unknownHost: 'No site answers for this host.',
    suspended: 'This site is suspended.',
    loggedOut: 'Successfully logged out.',
    passwordSaved: 'New password has been saved.',
    resetSent: 'Password reset e-mail has been sent.',
    passwordReset: 'Password has been reset with the new password.',
    verificationSent: 'Verification e-mail sent.',
    ok: 'ok',
    deactivatedTenant: 'Tenant is deactivated, no registration is possible',
    closedSignUp: 'This installation takes no new tenants.',
    invitationUsed: 'The invitation was already used.',
    alreadyUser: 'You are already a user, please use the link from the email.',
    invitationExpired: 'The invitation was not used while it was active.',
    connected: 'Your account is now successfully connected to {{tenant}}.',
    notInvited: 'This invitation is for another e-mail address.',
    lastOwner: 'The last active owner of a tenant must stay one.',
    badDomain: 'Enter a valid domain name, such as www.example.org.',
    ownDomain: 'A domain below or above {{root}} cannot be added.',
    confirmTitle: 'Confirm your e-mail address',
    confirmButton: 'Confirm address',
    manyDomains: 'A tenant has at most {{limit}} domains.',
  },
  de: {
    required: 'Dieses Feld ist erforderlich.',
    blank: 'Dieses Feld darf nicht leer sein.',
    null: 'Dieses Feld darf nicht null sein.',
    noText: 'Kein gültiger String.',
    badEmail: 'Gib eine gültige E-Mail Adresse an.',
    tooLong: 'Stelle sicher, dass dieses Feld nicht mehr als {{limit}} Zeichen lang ist.',
    badUsername:
      'Bitte einen gültigen Benutzernamen eingeben. Er darf nur Buchstaben, Ziffern und die Zeichen @/./+/-/_ enthalten.',
    usernameTaken: 'Dieser Benutzername ist bereits vergeben.',
    emailTaken: 'Benutzer mit dieser E-Mail-Adresse existiert bereits.',
    emailRegistered: 'Ein Benutzer mit dieser E-Mail-Adresse ist bereits registriert.',
    tenantNameTaken: 'Mandant mit diesem Namen existiert bereits.',
    subdomainTaken: 'Es gibt bereits eine Domain mit diesem Namen.',
    badSubdomain:
      'Gib eine gültige Subdomain an: 1 bis 63 Buchstaben, Ziffern und Bindestriche, am Anfang und Ende ein Buchstabe oder eine Ziffer.',
    reservedSubdomain: 'Diese Subdomain ist reserviert.',
    noDictionary: 'Ungültige Daten. Dictionary erwartet, aber {{type}} erhalten.',
    badChoice: '"{{value}}" ist keine gültige Option.',
    badBoolean: 'Muss ein gültiger Wahrheitswert sein.',
    badInteger: 'Eine gültige Ganzzahl ist notwendig.',
    badDate: 'Gib ein gültiges Datum oder einen gültigen Zeitpunkt an (ISO 8601).',
    badUuid: 'Gib eine gültige UUID an.',
    similarUsername: 'Das Passwort ist dem Benutzernamen zu ähnlich.',
    similarFirstName: 'Das Passwort ist dem Vornamen zu ähnlich.',
    similarLastName: 'Das Passwort ist dem Nachnamen zu ähnlich.',
    similarEmail: 'Das Passwort ist der E-Mail-Adresse zu ähnlich.',
    shortPassword: 'Dieses Passwort ist zu kurz. Es muss mindestens 8 Zeichen enthalten.',
    commonPassword: 'Dieses Passwort ist zu üblich.',
    numericPassword: 'Dieses Passwort ist komplett numerisch.',
    passwordsDiffer: 'Die beiden Passwörter sind nicht identisch.',
    wrongOldPassword: 'Das alte Passwort war falsch. Bitte neu eingeben.',
    wrongPassword: 'Das Passwort ist falsch.',
    invalidValue: 'Ungültiger Wert',
    mustInclude: 'Muss "email" und "password" enthalten.',
    wrongLogin: 'Die angegebenen Zugangsdaten stimmen nicht.',
    disabled: 'Das Benutzerkonto ist deaktiviert.',
    notVerified: 'Die E-Mail-Adresse ist nicht bestätigt.',
    severalTenants: 'Mehrere Konten haben diese Zugangsdaten; nenne eine dieser Subdomains: {{subdomains}}.',
    notGiven: 'Anmeldedaten fehlen.',
    noCredentials: 'Ungültiger Authorization-Header. Keine Zugangsdaten angegeben.',
    blanksInCredentials: 'Ungültiger Authorization-Header. Zugangsdaten sollen keine Leerzeichen enthalten.',
    badSignature: 'Fehler beim Entschlüsseln der Signatur.',
    expiredSignature: 'Die Signatur ist abgelaufen.',
    expiredRefresh: 'Die Frist zum Erneuern ist abgelaufen.',
    noSignIn: 'Das Feld orig_iat ist erforderlich.',
    badCredentials: 'Falsche Anmeldedaten.',
    badPayload: 'Ungültiger Inhalt.',
    unknownSignature: 'Ungültige Signatur.',
    forbidden: 'Du hast keine Berechtigung diese Aktion durchzuführen.',
    crossOrigin: 'CSRF-Fehler: Ein Sitzungs-Cookie gilt nur für Anfragen von dieser Seite.',
    missing: 'Nicht gefunden.',
    badPage: 'Ungültige Seite.',
    method: 'Methode "{{method}}" nicht erlaubt.',
    mediaType: 'Nicht unterstützter Medientyp "{{type}}" in der Anfrage.',
    notAcceptable: 'Kann die Accept-Kopfzeile der Anfrage nicht erfüllen.',
    throttled: 'Die Anfrage wurde gedrosselt. Erneut möglich in {{seconds}} Sekunden.',
    throttledOne: 'Die Anfrage wurde gedrosselt. Erneut möglich in {{seconds}} Sekunde.',
    fault: 'Interner Serverfehler.',
    unknownHost: 'Unter diesem Namen gibt es hier keine Seite.',
    suspended: 'Diese Seite ist gesperrt.',
    loggedOut: 'Erfolgreich ausgeloggt.',
    passwordSaved: 'Das neue Passwort wurde gespeichert.',
    resetSent: 'Die E-Mail zum Zurücksetzen des Passwortes wurde verschickt.',
    passwordReset: 'Das Passwort wurde mit dem neuen Passwort ersetzt.',
    verificationSent: 'Bestätigungs-E-Mail verschickt.',
    ok: 'ok',
    deactivatedTenant: 'Der Mandant ist deaktiviert, eine Registrierung ist nicht möglich',
    closedSignUp: 'Diese Installation nimmt keine neuen Mandanten auf.',
    invitationUsed: 'Die Einladung wurde bereits benutzt.',
    alreadyUser: 'Du hast bereits ein Konto, bitte benutze den Link aus der E-Mail.',
    invitationExpired: 'Die Einladung wurde nicht benutzt, solange sie gültig war.',
    connected: 'Dein Konto ist jetzt mit {{tenant}} verbunden.',
    notInvited: 'Diese Einladung gilt einer anderen E-Mail-Adresse.',
    lastOwner: 'Der letzte aktive Eigentümer eines Mandanten muss es bleiben.',
    badDomain: 'Gib einen gültigen Domainnamen an, etwa www.example.org.',
    ownDomain: 'Eine Domain unter oder über {{root}} kann nicht hinzugefügt werden.',
    confirmTitle: 'E-Mail-Adresse bestätigen',
    confirmButton: 'Adresse bestätigen',
    manyDomains: 'Ein Mandant hat höchstens {{limit}} Domains.',
  },
  nl: {
    required: 'Dit veld is vereist.',
    blank: 'Dit veld mag niet leeg zijn.',
    null: 'Dit veld mag niet leeg (null) zijn.',
    noText: 'Dit is geen geldige tekst.',
    badEmail: 'Voer een geldig e-mailadres in.',
    tooLong: 'Zorg ervoor dat dit veld niet meer dan {{limit}} tekens bevat.',
    badUsername:
      'Voer een geldige gebruikersnaam in. Deze mag alleen letters, cijfers en de tekens @/./+/-/_ bevatten.',
    usernameTaken: 'Een gebruiker met deze gebruikersnaam bestaat al.',
    emailTaken: 'Een gebruiker met dit e-mailadres bestaat al.',
    emailRegistered: 'Er is al een gebruiker geregistreerd met dit e-mailadres.',
    tenantNameTaken: 'Een organisatie met deze naam bestaat al.',
    subdomainTaken: 'Er is al een domein met deze naam.',
    badSubdomain:
      'Voer een geldig subdomein in: 1 tot 63 letters, cijfers en streepjes, met een letter of cijfer aan begin en eind.',
    reservedSubdomain: 'Dit subdomein is gereserveerd.',
    noDictionary: 'Ongeldige gegevens. Verwacht een dictionary, kreeg {{type}}.',
    badChoice: '"{{value}}" is een ongeldige keuze.',
    badBoolean: 'Dit moet een geldige waarde waar of onwaar zijn.',
    badInteger: 'Een geldig geheel getal is verplicht.',
    badDate: 'Voer een geldige datum of een geldig tijdstip in (ISO 8601).',
    badUuid: 'Voer een geldige UUID in.',
    similarUsername: 'Het wachtwoord lijkt te veel op de gebruikersnaam.',
    similarFirstName: 'Het wachtwoord lijkt te veel op de voornaam.',
    similarLastName: 'Het wachtwoord lijkt te veel op de achternaam.',
    similarEmail: 'Het wachtwoord lijkt te veel op het e-mailadres.',
    shortPassword: 'Dit wachtwoord is te kort. De minimale lengte is 8 tekens.',
    commonPassword: 'Dit wachtwoord komt te veel voor.',
    numericPassword: 'Dit wachtwoord bestaat alleen uit cijfers.',
    passwordsDiffer: 'De twee wachtwoordvelden zijn niet gelijk.',
    wrongOldPassword: 'Het oude wachtwoord was onjuist. Voer het opnieuw in.',
    wrongPassword: 'Het wachtwoord is onjuist.',
    invalidValue: 'Ongeldige waarde',
    mustInclude: 'Moet "email" en "password" bevatten.',
    wrongLogin: 'Inloggen met deze gegevens is niet mogelijk.',
    disabled: 'Het gebruikersaccount is uitgeschakeld.',
    notVerified: 'Het e-mailadres is niet bevestigd.',
    severalTenants:
      'Meerdere accounts hebben deze inloggegevens; noem een van deze subdomeinen: {{subdomains}}.',
    notGiven: 'Authenticatiegegevens zijn niet opgegeven.',
    noCredentials: 'Ongeldige Authorization-header. Geen gegevens opgegeven.',
    blanksInCredentials: 'Ongeldige Authorization-header. De gegevens mogen geen spaties bevatten.',
    badSignature: 'Fout bij het ontcijferen van de handtekening.',
    expiredSignature: 'De handtekening is verlopen.',
    expiredRefresh: 'De termijn om te vernieuwen is verlopen.',
    noSignIn: 'Het veld orig_iat is vereist.',
    badCredentials: 'Ongeldige authenticatiegegevens.',
    badPayload: 'Ongeldige inhoud.',
    unknownSignature: 'Ongeldige handtekening.',
    forbidden: 'Je hebt geen toestemming om deze actie uit te voeren.',
    crossOrigin: 'CSRF-fout: een sessiecookie geldt alleen voor verzoeken vanaf deze site.',
    missing: 'Niet gevonden.',
    badPage: 'Ongeldige pagina.',
    method: 'Methode "{{method}}" niet toegestaan.',
    mediaType: 'Ongeldige media type "{{type}}" in aanvraag.',
    notAcceptable: 'Kan niet voldoen aan de opgegeven Accept header.',
    throttled: 'Aanvraag werd verstikt. Opnieuw mogelijk over {{seconds}} seconden.',
    throttledOne: 'Aanvraag werd verstikt. Opnieuw mogelijk over {{seconds}} seconde.',
    fault: 'Interne serverfout.',
    unknownHost: 'Op deze naam is hier geen site.',
    suspended: 'Deze site is afgesloten.',
    loggedOut: 'Succesvol uitgelogd.',
    passwordSaved: 'Het nieuwe wachtwoord is opgeslagen.',
    resetSent: 'De e-mail om het wachtwoord opnieuw in te stellen is verstuurd.',
    passwordReset: 'Het wachtwoord is vervangen door het nieuwe wachtwoord.',
    verificationSent: 'Bevestigingsmail verstuurd.',
    ok: 'ok',
    deactivatedTenant: 'De organisatie is gedeactiveerd, registreren is niet mogelijk',
    closedSignUp: 'Deze installatie neemt geen nieuwe organisaties aan.',
    invitationUsed: 'De uitnodiging is al gebruikt.',
    alreadyUser: 'Je hebt al een account, gebruik de link uit de e-mail.',
    invitationExpired: 'De uitnodiging is niet gebruikt zolang ze geldig was.',
    connected: 'Je account is nu verbonden met {{tenant}}.',
    notInvited: 'Deze uitnodiging is voor een ander e-mailadres.',
    lastOwner: 'De laatste actieve eigenaar van een organisatie moet dat blijven.',
    badDomain: 'Voer een geldige domeinnaam in, zoals www.example.org.',
    ownDomain: 'Een domein onder of boven {{root}} kan niet worden toegevoegd.',
    confirmTitle: 'Bevestig je e-mailadres',
    confirmButton: 'Adres bevestigen',
    manyDomains: 'Een organisatie heeft hooguit {{limit}} domeinen.',
  },
} as const;

const sayText = defineTexts(texts);

/** A key of the texts of this API. */
export type TextKey = keyof (typeof texts)['en'];
export type Values = Readonly<Record<string, string | number>>;

/** A text in the language of the request: what its reader asks for, else the site's, else English. */
export function say(request: FastifyRequest, key: TextKey, values?: Values): string {
  return sayText(localeOf(request), key, values);
}

/** The English of a text, as refusals carry it; `translate` puts it into the language of the reader. */
export function english(key: TextKey, values?: Values): string {
  return sayText('en', key, values);
}

/** The language in which a request is answered (ruling "Language"). */
export function localeOf(request: FastifyRequest): Locale {
  return chooseLocale(request.headers['accept-language'], request.usualLanguage);
}

/** An English sentence of this API in another language; a sentence that is none of its texts stays as it is. */
export function translate(locale: Locale, sentence: string): string {
  if (locale === 'en') return sentence;
  for (const { key, pattern } of patterns) {
    const found = pattern.exec(sentence);
    if (found) return sayText(locale, key, found.groups);
  }
  return sentence;
}

const patterns = keysOf(texts.en).map((key) => ({ key, pattern: patternOf(texts.en[key]) }));

function keysOf<Key extends string>(record: Readonly<Record<Key, string>>): Key[] {
  const isKey = (key: string): key is Key => key in record;
  return Object.keys(record).filter(isKey);
}

function patternOf(template: string): RegExp {
  const escaped = template.replace(/[.*+?^$()|[\]\\/]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/\{\{(\w+)\}\}/g, '(?<$1>[^]*)')}$`);
}
