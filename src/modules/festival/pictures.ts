import type { Context, OwnerContext, Tx } from '../../platform/database/contract.ts';
import type { FileStore } from '../../platform/file-store.ts';
import { redrawPicture } from '../../platform/pictures.ts';
import { uuid } from '../../platform/random.ts';
import { record } from '../activity/activity.ts';
import { updateLogo } from './cities.queries.ts';
import * as rows from './pictures.queries.ts';
import { badPicture, badProfile, pictureTooLarge, unknownPicture } from './refusals.ts';
import { runsCity } from './rules.ts';
import type { City, Viewer } from './types.ts';

/** Bytes of a file as it is sent. */
export const largestPicture = 5 * 1024 * 1024;
/** Pixels of the longer side as it is kept. */
const longestSide = 1200;
const day = 24 * 60 * 60 * 1000;

/**
 * Keeps a picture that somebody sent, redrawn; until a profile or city shows it, it is kept for a day.
 * Refuses what is too large, and what is no picture.
 * @param file writes what is stored; runs outside of the transaction, so that no half of a file is ever shown
 * @returns its id
 */
export async function keepPicture(
  context: Context,
  files: FileStore,
  { kind, accountId, bytes }: { kind: rows.PictureKind; accountId: number; bytes: Buffer },
): Promise<string> {
  if (bytes.length === 0) throw badPicture('Send a picture.');
  if (bytes.length > largestPicture) throw pictureTooLarge();
  const drawn = await redrawPicture(bytes, longestSide);
  if (!drawn) throw badPicture('Allowed: a JPEG, PNG, WebP or GIF picture.');
  const id = uuid(context.random, context.clock.now());
  await files.write(context.tenantId, id, drawn);
  await context.transaction((tx) => rows.insertPicture(tx, { id, kind, accountId, size: drawn.length }));
  return id;
}

/** The WebP of a picture. Refuses an unknown one. */
export async function readPicture(
  context: Context,
  files: FileStore,
  kind: rows.PictureKind,
  id: string,
): Promise<Buffer> {
  const known = await context.read((read) => rows.findPictureKind(read, id));
  const bytes = known === kind ? await files.read(context.tenantId, id) : null;
  if (!bytes) throw unknownPicture();
  return bytes;
}

/** Lets a profile show a picture. Refuses an unknown one, and somebody else's unless the viewer runs the city. */
export async function claimAvatar(tx: Tx, id: string, viewer: Viewer, cityId: number): Promise<void> {
  const found = await rows.lockPicture(tx, id);
  const isOwn = found?.accountId === viewer.accountId || runsCity(viewer, cityId);
  if (found?.kind !== 'avatar' || !isOwn)
    throw badProfile({ pictureId: ['There is no such picture of yours; upload it first.'] });
}

/** Shows a picture as the logo of a city; null takes the logo away. */
export async function setLogo(tx: Tx, city: City, logoId: string | null): Promise<void> {
  await updateLogo(tx, city.id, logoId);
  await record(tx, { verb: 'changed', objectType: 'city', objectId: city.id, fields: ['logo'] });
}

const purgeSize = 500;

/** Deletes pictures that nothing shows a day after they came, and files that no row knows. @returns how many */
export async function purgePictures(owner: OwnerContext, files: FileStore): Promise<number> {
  const before = new Date(owner.clock.now().getTime() - day);
  let purged = 0;
  for (;;) {
    const gone = await owner.transaction((tx) => rows.deleteUnshown(tx, before, purgeSize));
    for (const { tenantId, id } of gone) await files.remove(tenantId, id);
    purged += gone.length;
    if (gone.length < purgeSize) break;
  }
  for await (const file of files.list(before)) {
    const known = await owner.transaction((tx) => rows.selectKnown(tx, [file]));
    if (known.length > 0) continue;
    await files.remove(file.tenantId, file.id);
    purged += 1;
  }
  return purged;
}
