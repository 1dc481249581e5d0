import type { Read, Tx } from '../../platform/database/contract.ts';
import type { SigningKey } from './types.ts';

const own = (read: Read) => read.db.selectFrom('signing_keys').where('tenant_id', '=', read.tenantId);

/** The tenant's keys of these generations, the latest first. */
export async function selectSigningKeys(read: Read, generations: readonly number[]): Promise<SigningKey[]> {
  const found = await own(read)
    .select(['key_id as id', 'algorithm', 'public_key as publicKey'])
    .where('generation', 'in', generations)
    .orderBy('generation', 'desc')
    .orderBy('algorithm')
    .execute();
  return found.map(toKey);
}

export async function findSigningKey(
  read: Read,
  generations: readonly number[],
  id: string,
): Promise<SigningKey | null> {
  const found = await own(read)
    .select(['key_id as id', 'algorithm', 'public_key as publicKey'])
    .where('key_id', '=', id)
    .where('generation', 'in', generations)
    .executeTakeFirst();
  return found ? toKey(found) : null;
}

/** The id and the sealed private key of that generation. */
export async function findSealedKey(
  read: Read,
  algorithm: SigningKey['algorithm'],
  generation: number,
): Promise<{ id: string; sealed: Buffer } | null> {
  const found = await own(read)
    .select(['key_id as id', 'private_key as sealed'])
    .where('algorithm', '=', algorithm)
    .where('generation', '=', generation)
    .executeTakeFirst();
  return found ?? null;
}

/** Keeps a pair; where another made one of that generation meanwhile, that one stays. */
export async function insertSigningKey(
  tx: Tx,
  { id, algorithm, publicKey }: SigningKey,
  { generation, sealed }: { generation: number; sealed: Buffer },
): Promise<void> {
  await tx.db
    .insertInto('signing_keys')
    .values({
      tenant_id: tx.tenantId,
      algorithm,
      generation,
      key_id: id,
      public_key: JSON.stringify(publicKey),
      private_key: sealed,
      created_at: tx.clock.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function toKey({
  id,
  algorithm,
  publicKey,
}: {
  id: string;
  algorithm: string;
  publicKey: unknown;
}): SigningKey {
  const parts = Object.entries(Object(publicKey)).map(([name, part]) => [name, String(part)]);
  return { id, algorithm: algorithm === 'RS256' ? 'RS256' : 'EdDSA', publicKey: Object.fromEntries(parts) };
}
