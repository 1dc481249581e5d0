import type { FastifyReply, FastifyRequest } from 'fastify';
import type { OwnerRead, OwnerTx, Tx } from '../../platform/database/contract.ts';
import type { Answer, OnceOptions } from '../../platform/http/idempotency.ts';
import type { Services } from '../callers.ts';
import { write } from './writes.ts';

/** Reads of the whole installation, for its operator. */
export function readAcross<T>({ database }: Services, work: (read: OwnerRead) => Promise<T>): Promise<T> {
  return database.acrossTenants().read(work);
}

/**
 * As `write`, where what is written is global: hosts, names and states of tenants, which requests of a tenant may not
 * write themselves. The directory is read afresh after the commit.
 * @param work gets the caller's own tenant and the whole, in one transaction
 */
export function writeAcross<Body>(
  { database, directory }: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  work: (tx: Tx, all: OwnerTx) => Promise<Answer<Body>>,
  options?: OnceOptions,
): Promise<Body> {
  const { tenantId, siteId, author, requestId } = request.context;
  let whole: OwnerTx | null = null;
  const context = {
    ...request.context,
    transaction: <T>(inTenant: (tx: Tx) => Promise<T>) =>
      database.acrossTenants().transaction((all) => {
        whole = all;
        all.afterCommit(() => directory.forget());
        return inTenant(all.as({ tenantId, siteId, author, requestId }));
      }),
  };
  const asked = {
    method: request.method,
    url: request.url,
    headers: request.headers,
    body: request.body,
    actor: request.actor,
    visit: request.visit,
    fingerprint: request.fingerprint,
    context,
  };
  const inBoth = (tx: Tx) => {
    if (!whole) throw new Error('The transaction was opened elsewhere.');
    return work(tx, whole);
  };
  return write(asked, reply, inBoth, options);
}
