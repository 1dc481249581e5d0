import type { Tx } from '../../platform/database/contract.ts';
import type { FileStore } from '../../platform/file-store.ts';
import { enqueueJob } from '../../platform/jobs/enqueue.ts';
import { cancelBookingsOf } from './booking-steps.ts';
import * as rows from './erasures.queries.ts';

/** How the public programme of the past names who is no more. */
const formerArtist = 'Former artist';
const formerVenue = 'Former venue';

/** The task that removes files of pictures whose rows are gone. */
export const removeFilesTask = 'festival.remove_files';

/**
 * Erases what the festival knows of a person (a port of identity; contract §5): profiles lose everything personal and
 * are deleted, what is asked or agreed for later is cancelled with a letter to the other side that names nobody,
 * conversations and pictures go. What took place stays in the programme of its day, without names.
 */
export async function forgetFestivalGoer(tx: Tx, accountId: number): Promise<void> {
  // First, so that the letters below speak of nobody, and are about nobody.
  const artists = await rows.emptyArtists(tx, accountId, formerArtist);
  const venues = await rows.emptyVenues(tx, accountId, formerVenue);
  const artistIds = artists.map(({ id }) => id);
  const venueIds = venues.map(({ id }) => id);
  const acting = { accountId, actor: 'artist', sides: ['artist'] } as const;
  await cancelBookingsOf(tx, { artistIds, venueIds: [], acting });
  await cancelBookingsOf(tx, {
    artistIds: [],
    venueIds,
    acting: { ...acting, actor: 'venue', sides: ['venue'] },
  });
  await rows.emptyBookings(tx, accountId, { artistIds, venueIds });
  await rows.deleteConversations(tx, accountId, { artistIds, venueIds });
  const shown = artists.flatMap(({ pictureId }) => pictureId ?? []);
  const pictures = await rows.deletePicturesOf(tx, accountId, shown);
  if (pictures.length > 0) await enqueueJob(tx, removeFilesTask, { tenantId: tx.tenantId, ids: pictures });
}

/** Removes the files that such a job names; one that is gone already is no matter. */
export async function removeFiles(files: FileStore, payload: unknown): Promise<void> {
  const { tenantId, ids } = Object(payload);
  if (typeof tenantId !== 'number' || !Array.isArray(ids)) return;
  for (const id of ids) if (typeof id === 'string') await files.remove(tenantId, id);
}
