import { defineTexts, type Locale } from '../../platform/texts.ts';

/** What this API refuses, by the code of the refusal: every sentence that a participant or a Dutch screen may show. */
const en = {
  'visit.wrong': 'The key or password is wrong.',
  'login.wrong': 'The username or password is wrong.',
  'credential.absent': 'Sign in first.',
  'credential.refused': 'You are not signed in any more. Sign in again.',
  'caller.not_permitted': 'You are not allowed to do this.',
  'session.cross_origin': 'A session cookie counts only on requests from this site.',
  'event.unknown': 'There is no such event.',
  'event.name_taken': 'There is an event of this name already.',
  'event.stale': 'Somebody changed this event since you read it. Read it again.',
  'event.archived': 'This event is archived: it can be read, copied and deleted only.',
  'participant.unknown': 'There is no such participant.',
  'registration.unknown': 'There is no registration for this workshop.',
  'choice.empty': 'Choose at least one workshop.',
  'choice.closed': 'Registration for this event is closed.',
  'choice.refused': 'This choice is not possible.',
  'shared_password.empty': 'Fill in the old and the new password.',
  'shared_password.weak': 'The password needs at least a capital, a small letter and a digit.',
  'shared_password.short': 'The password needs at least 10 characters.',
  'shared_password.wrong_old': 'The old password is wrong.',
  'request.throttled': 'Too many attempts. Try again in {{seconds}} seconds.',
  'request.no_such_path': 'There is nothing at this address.',
  'request.too_large': 'What was sent is too large.',
  'server.unavailable': 'The server is busy. Try again in a moment; nothing was changed.',
  'server.fault': 'Something went wrong on our side.',
  'site.unknown_host': 'No site answers for this host.',
  'tenant.suspended': 'This site is closed for now.',
} as const;

type Code = keyof typeof en;

const say = defineTexts<Code>({
  en,
  de: {
    'visit.wrong': 'Der Schlüssel oder das Passwort ist falsch.',
    'login.wrong': 'Der Benutzername oder das Passwort ist falsch.',
    'credential.absent': 'Bitte melden Sie sich zuerst an.',
    'credential.refused': 'Sie sind nicht mehr angemeldet. Bitte melden Sie sich neu an.',
    'caller.not_permitted': 'Das dürfen Sie nicht.',
    'session.cross_origin': 'Ein Sitzungscookie zählt nur bei Anfragen von dieser Site.',
    'event.unknown': 'Diese Veranstaltung gibt es nicht.',
    'event.name_taken': 'Es gibt schon eine Veranstaltung mit diesem Namen.',
    'event.stale':
      'Jemand hat diese Veranstaltung inzwischen geändert. Bitte laden Sie sie neu, bevor Sie sie ändern.',
    'event.archived':
      'Diese Veranstaltung ist archiviert: Sie kann nur noch gelesen, kopiert und gelöscht werden.',
    'participant.unknown': 'Diese Person gibt es nicht.',
    'registration.unknown': 'Für diesen Workshop gibt es keine Anmeldung.',
    'choice.empty': 'Bitte wählen Sie mindestens einen Workshop.',
    'choice.closed': 'Die Anmeldung zu dieser Veranstaltung ist geschlossen.',
    'choice.refused': 'Diese Auswahl ist nicht möglich.',
    'shared_password.empty': 'Bitte geben Sie das alte und das neue Passwort ein.',
    'shared_password.weak':
      'Das Passwort braucht mindestens einen Großbuchstaben, einen Kleinbuchstaben und eine Ziffer.',
    'shared_password.short': 'Das Passwort braucht mindestens 10 Zeichen.',
    'shared_password.wrong_old': 'Das alte Passwort ist falsch.',
    'request.throttled': 'Zu viele Versuche. Bitte versuchen Sie es in {{seconds}} Sekunden wieder.',
    'request.no_such_path': 'Unter dieser Adresse ist nichts.',
    'request.too_large': 'Was gesendet wurde, ist zu groß.',
    'server.unavailable':
      'Der Server ist beschäftigt. Bitte versuchen Sie es gleich noch einmal; es wurde nichts geändert.',
    'server.fault': 'Bei uns ist etwas schiefgegangen.',
    'site.unknown_host': 'Für diesen Namen antwortet keine Site.',
    'tenant.suspended': 'Diese Site ist vorläufig geschlossen.',
  },
  nl: {
    'visit.wrong': 'De toegangscode of het wachtwoord is fout.',
    'login.wrong': 'De gebruikersnaam of het wachtwoord is fout.',
    'credential.absent': 'Meld je eerst aan.',
    'credential.refused': 'Je bent niet meer aangemeld. Meld je opnieuw aan.',
    'caller.not_permitted': 'Je mag dit niet doen.',
    'session.cross_origin': 'Een sessiecookie telt alleen bij verzoeken van deze site.',
    'event.unknown': 'Dit evenement bestaat niet.',
    'event.name_taken': 'Er is al een evenement met deze naam.',
    'event.stale': 'Iemand heeft dit evenement intussen gewijzigd. Laad het opnieuw voor je het wijzigt.',
    'event.archived':
      'Dit evenement is gearchiveerd: het kan alleen nog gelezen, gekopieerd en verwijderd worden.',
    'participant.unknown': 'Deze deelnemer bestaat niet.',
    'registration.unknown': 'Er is geen registratie voor deze workshop.',
    'choice.empty': 'Selecteer minstens één workshop.',
    'choice.closed': 'De registraties voor dit evenement zijn afgesloten.',
    'choice.refused': 'Deze keuze is niet mogelijk.',
    'shared_password.empty': 'Vul het oude en het nieuwe wachtwoord in.',
    'shared_password.weak':
      'Het wachtwoord heeft minstens een hoofdletter, een kleine letter en een cijfer nodig.',
    'shared_password.short': 'Het wachtwoord heeft minstens 10 tekens nodig.',
    'shared_password.wrong_old': 'Het oude wachtwoord is fout.',
    'request.throttled': 'Te veel pogingen. Probeer het over {{seconds}} seconden opnieuw.',
    'request.no_such_path': 'Op dit adres is niets.',
    'request.too_large': 'Wat verstuurd werd, is te groot.',
    'server.unavailable': 'De server is bezig. Probeer het zo meteen nog eens; er is niets veranderd.',
    'server.fault': 'Bij ons ging iets mis.',
    'site.unknown_host': 'Voor deze naam antwoordt geen site.',
    'tenant.suspended': 'Deze site is voorlopig gesloten.',
  },
});

/**
 * Says why something was refused, in the language of whoever asked; null: organisers' faults of input and faults of
 * programs, which the refusal itself says in English.
 * @param seconds after which a throttled one may try again
 */
export function sayRefusal(locale: Locale, code: string, seconds: number | undefined): string | null {
  return isKnown(code) ? say(locale, code, { seconds: seconds ?? 1 }) : null;
}

function isKnown(code: string): code is Code {
  return Object.hasOwn(en, code);
}
