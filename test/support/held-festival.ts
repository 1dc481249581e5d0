import { acceptTerms } from '../../src/modules/festival/cities.ts';
import { startConversation, writeMessage } from '../../src/modules/festival/conversations.ts';
import { keepPicture } from '../../src/modules/festival/pictures.ts';
import type { Account } from '../../src/modules/identity/types.ts';
import type { TestApp, TestSite } from './app.ts';
import { artist, booking, city, festival, runCity, venue, viewer } from './festival.ts';
import { redSquare } from './pictures.ts';

/** Names of what a tenant's city has. */
export interface HeldFestival {
  readonly citySlug: string;
  readonly festival: string;
  /** Of the member. */
  readonly artist: string;
  /** Of the admin. */
  readonly venue: string;
  /** Asked for by the artist. */
  readonly booking: string;
  readonly conversation: string;
  readonly picture: string;
}

/** Holds a festival with something of everything, its artist the member's and its venue the admin's. */
export async function holdFestival(
  muster: TestApp,
  at: TestSite,
  { admin, member, staff }: Readonly<Record<'admin' | 'member' | 'staff', Account>>,
): Promise<HeldFestival> {
  const held = await city(at);
  const day = await festival(at, held);
  await runCity(at, held, staff);
  const sent = { kind: 'avatar', accountId: member.id, bytes: await redSquare() } as const;
  const picture = await keepPicture(at.context, muster.services.files, sent);
  const band = await artist(at, held, member, { pictureId: picture });
  const place = await venue(at, held, admin);
  const asked = await booking(at, held, { artist: band, venue: place });
  const talk = await at.context.transaction(async (tx) => {
    await acceptTerms(tx, member.id, held.id);
    const sides = { artistUuid: band.uuid, venueUuid: place.uuid };
    const words = { subject: null, body: `Hello from ${at.site.slug}` };
    const started = await startConversation(tx, held, viewer(member), { ...sides, ...words });
    await writeMessage(tx, viewer(admin), started.uuid, 'Hello back');
    return started;
  });
  return {
    citySlug: held.slug,
    festival: day.uuid,
    artist: band.uuid,
    venue: place.uuid,
    booking: asked.uuid,
    conversation: talk.uuid,
    picture,
  };
}
