import { acceptTerms, addLookup } from '../../src/modules/festival/cities.ts';
import {
  archiveConversation,
  startConversation,
  writeMessage,
} from '../../src/modules/festival/conversations.ts';
import { keepPicture, setLogo } from '../../src/modules/festival/pictures.ts';
import type { Artist, City, Venue } from '../../src/modules/festival/types.ts';
import type { Account } from '../../src/modules/identity/types.ts';
import { openSite, usualHosts } from '../../src/modules/tenants/sites.ts';
import type { TestApp, TestSite } from './app.ts';
import { artist, booking, city, festival, festivalTime, runCity, venue, viewer } from './festival.ts';
import { redSquare } from './pictures.ts';

/** Names of what a tenant's city has. */
export interface HeldFestival {
  readonly citySlug: string;
  readonly festival: string;
  /** Of the member. */
  readonly artist: string;
  /** Of the admin. */
  readonly venue: string;
  /** The admin, whose conversations these are too. */
  readonly host: Account;
  /** Asked for by the artist: the venue's turn. */
  readonly booking: string;
  /** Accepted: the city's turn. */
  readonly agreed: string;
  readonly conversation: string;
  /** Put away by the admin. */
  readonly archived: string;
  readonly picture: string;
  readonly logo: string;
  /** A picture that may be sent. */
  readonly bytes: Buffer;
  /** A neighbourhood that no venue names. */
  readonly neighbourhood: string;
  /** Slug of a site of the tenant that has no city yet. */
  readonly bareSite: string;
}

/** Holds a festival with something of everything, its artist the member's and its venue the admin's. */
export async function holdFestival(
  muster: TestApp,
  at: TestSite,
  { admin, member, staff }: Readonly<Record<'admin' | 'member' | 'staff', Account>>,
): Promise<HeldFestival> {
  const held = await city(at);
  const neighbourhood = 'old_town';
  const neighbourhoods = { downtown: 'Downtown', [neighbourhood]: 'Old Town' };
  await at.context.transaction(async (tx) => {
    for (const [key, label] of Object.entries(neighbourhoods))
      await addLookup(tx, held.id, { list: 'neighbourhood', key, label, district: null });
  });
  const day = await festival(at, held);
  await runCity(at, held, staff);
  const bytes = await redSquare();
  const kept = (kind: 'avatar' | 'logo', { id }: Account) =>
    keepPicture(at.context, muster.services.files, { kind, accountId: id, bytes });
  const [picture, logo] = [await kept('avatar', member), await kept('logo', admin)];
  const band = await artist(at, held, member, { pictureId: picture });
  const place = await venue(at, held, admin);
  const asked = await booking(at, held, { artist: band, venue: place });
  const later = { startsAt: festivalTime('15:00'), endsAt: festivalTime('16:00') };
  const agreed = await booking(at, held, { artist: band, venue: place }, { status: 'accepted', ...later });
  const archived = await talkOf(at, held, { artist: band, venue: await venue(at, held, admin) });
  const talk = await talkOf(at, held, { artist: band, venue: place });
  await at.context.transaction(async (tx) => {
    await acceptTerms(tx, member.id, held.id);
    await writeMessage(tx, viewer(admin), talk, 'Hello back');
    await archiveConversation(tx, viewer(admin), archived, { isArchived: true });
    await setLogo(tx, held, logo);
  });
  return {
    citySlug: held.slug,
    festival: day.uuid,
    artist: band.uuid,
    venue: place.uuid,
    host: admin,
    booking: asked.uuid,
    agreed: agreed.uuid,
    conversation: talk,
    archived,
    picture,
    logo,
    bytes,
    neighbourhood,
    bareSite: await openBareSite(muster, at),
  };
}

/** The artist writes to the venue. @returns the conversation's uuid */
function talkOf(
  at: TestSite,
  of: City,
  sides: { readonly artist: Artist; readonly venue: Venue },
): Promise<string> {
  const { artist: one, venue: other } = sides;
  const draft = {
    artistUuid: one.uuid,
    venueUuid: other.uuid,
    subject: null,
    body: `Hello from ${at.site.slug}`,
  };
  return at.context.transaction(async (tx) => {
    const { uuid } = await startConversation(tx, of, viewer({ id: one.accountId ?? 0 }), draft);
    return uuid;
  });
}

async function openBareSite({ database, services }: TestApp, { site }: TestSite): Promise<string> {
  const slug = `${site.slug}-bare`;
  const wanted = { slug, name: slug, hosts: usualHosts(slug, 'localhost'), organisations: [], config: {} };
  await database.acrossTenants().transaction((tx) => openSite(tx, wanted, site.slug));
  services.directory.forget();
  return slug;
}
