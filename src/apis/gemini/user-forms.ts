import type { FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { listBookings } from '../../modules/festival/bookings.ts';
import { listCities } from '../../modules/festival/cities.ts';
import { listProfilesOf } from '../../modules/festival/profiles.ts';
import type { Viewer } from '../../modules/festival/types.ts';
import { opennessOf, viewerOf } from '../../modules/festival/viewers.ts';
import { powersOver, requireAccountById } from '../../modules/identity/accounts.ts';
import type { Account, AccountChange } from '../../modules/identity/types.ts';
import type { Read } from '../../platform/database/contract.ts';
import { refuse } from '../../platform/refusal.ts';
import type { Services } from '../callers.ts';
import { cityForm, toCity } from './city-forms.ts';
import { eventForm, showEvents } from './event-forms.ts';
import { originOf, present, textOrNull } from './formats.ts';
import { linksForm, userLinks } from './links.ts';
import { artistProfileForm, showArtists, showVenues, venueProfileForm } from './profile-forms.ts';

/** A person as this API shows them (contract §4.3). */
export const userForm = Type.Object({
  _links: linksForm,
  id: Type.String(),
  email: Type.String(),
  has_confirmed_email: Type.Boolean(),
  first_name: textOrNull,
  last_name: textOrNull,
  phone: textOrNull,
  address: textOrNull,
  zip_code: textOrNull,
  locale: Type.String(),
  allow_email_notifications: Type.Boolean(),
  artists: Type.Array(artistProfileForm),
  venues: Type.Array(venueProfileForm),
  selfmatches: Type.Array(eventForm),
  cities: Type.Array(cityForm),
});

/** Everything of a person, with what the viewer may do next. */
export async function showUser(
  services: Services,
  request: FastifyRequest,
  read: Read,
  { viewer, account }: { readonly viewer: Viewer; readonly account: Account },
): Promise<Static<typeof userForm>> {
  const { accountId } = viewer;
  const isSelf = account.id === accountId;
  const [profiles, selfMatches, cities, person, open, powers] = await Promise.all([
    listProfilesOf(read, account.id),
    listBookings(read, { selfMatchesOf: account.id }, { limit: 1000, offset: 0 }),
    listCities(read),
    viewerOf(read, { accountId: account.id, role: account.role, scopes: null }),
    opennessOf(read, request.site.id, viewer),
    isSelf ? powersOver(read, account, account.role) : powersOfViewer(read, viewer, account),
  ]);
  const shown = { services, request, viewer };
  const [artists, venues, selfmatches] = await Promise.all([
    showArtists(read, shown, profiles.artists),
    showVenues(read, shown, profiles.venues),
    showEvents(read, shown, selfMatches.bookings),
  ]);
  const run = cities.filter(({ id }) => person.isAdmin || person.cityIds.includes(id));
  const orNull = (text: string | null) => (text === '' ? null : text);
  return {
    _links: { ...userLinks(viewer, { uuid: account.uuid, isSelf, open, powers }) },
    id: account.uuid,
    email: account.email,
    has_confirmed_email: account.emailConfirmedAt !== null,
    first_name: orNull(account.firstName),
    last_name: orNull(account.lastName),
    phone: account.phone,
    address: account.profile.mailing_address,
    zip_code: account.zipCode,
    locale: underscored(account.locale ?? 'en_US'),
    allow_email_notifications: account.wantsLetters,
    artists,
    venues,
    selfmatches,
    cities: run.map((city) => toCity(city, originOf(services, request, city.host), viewer)),
  };
}

/** Of somebody else: administrators alone have any. */
async function powersOfViewer(read: Read, { accountId, isAdmin }: Viewer, account: Account) {
  if (!isAdmin) return { mayChange: false, mayErase: false };
  const { role } = await requireAccountById(read, accountId);
  return powersOver(read, account, role);
}

const wish = (description: string) =>
  Type.Optional(Type.Unsafe<string | null>({ type: ['string', 'null'], description }));

/** What people may say of themselves, when they come or later (contract §4.1, §5). */
export const personFields = {
  first_name: wish('Up to 150 characters'),
  last_name: wish('Up to 150 characters'),
  phone: wish('Up to 50 characters'),
  address: wish('A postal one, up to 2000 characters'),
  zip_code: wish('Up to 20 characters'),
  locale: wish('Such as en_US'),
};

interface SentPerson {
  readonly first_name?: string | null;
  readonly last_name?: string | null;
  readonly phone?: string | null;
  readonly address?: string | null;
  readonly zip_code?: string | null;
  readonly locale?: string | null;
}

/** Reads what a person says of themselves; an absent field stays, null or a blank text empties it. Refuses by field. */
export function readPerson(sent: SentPerson): AccountChange {
  const errors: Record<string, string[]> = {};
  const read = (field: keyof SentPerson, longest: number) => {
    const value = sent[field]?.trim();
    if (value !== undefined && value.length > longest) errors[field] = [`At most ${longest} characters.`];
    else if (value !== undefined && /[\p{Cc}<>]/u.test(value) && field !== 'address')
      errors[field] = ['Without <, > and control characters.'];
    return sent[field] === undefined ? undefined : value || null;
  };
  const [first, last] = [read('first_name', 150), read('last_name', 150)];
  const [phone, zipCode, address] = [read('phone', 50), read('zip_code', 20), read('address', 2000)];
  const locale = read('locale', 35);
  if (locale && !/^[A-Za-z]{2,3}([_-][A-Za-z0-9]{2,8})*$/.test(locale))
    errors.locale = ['Allowed: a language and a country, such as en_US.'];
  if (Object.keys(errors).length > 0) throw badPerson(errors);
  return present({
    firstName: first === null ? '' : first,
    lastName: last === null ? '' : last,
    phone,
    zipCode,
    locale: locale ?? undefined,
    profile: address === undefined ? undefined : { mailing_address: address },
  });
}

/** Refuses what was said of a person, by field of the wire. */
export function badPerson(fields: Readonly<Record<string, readonly string[]>>) {
  return refuse('invalid', 'account.bad_fields', Object.values(fields).flat().join(' '), { fields });
}

/** `en-US` as this API writes it: `en_US`. */
function underscored(locale: string): string {
  return locale.replaceAll('-', '_');
}
