import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { claimKey, type Kept, keepAnswer } from '../database/answers-kept.ts';
import type { Context, Tx } from '../database/contract.ts';
import { HttpRefusal } from './problems.ts';

/** What a write answers, made inside its transaction. */
export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface OnceOptions {
  /** The answer shows a secret that is told once: it is not kept, and the same request again is a conflict. */
  readonly isSecret?: boolean;
}

/** What is set of an answer before its body. */
type Heads = { code(status: number): unknown } & Pick<FastifyReply, 'header' | 'headers'>;

const keyForm = /^[\x21-\x7e]{1,200}$/;

/**
 * Carries out a write and answers it. A request that names itself by `Idempotency-Key` is carried out once: its answer is
 * a row of the same transaction, so that neither a lost connection nor a crash leaves one without the other, and the same
 * request within a day is answered alike, with `Idempotency-Replayed: true`. Of several at once one works and the others
 * wait for it. A refusal keeps nothing. Refuses a malformed key (400) and one that another request has (422).
 * @param caller who asks, such as `account:7`; keys of others are other keys
 * @returns the body; status and headers are set
 */
export async function answerOnce<Body>(
  request: Pick<FastifyRequest, 'method' | 'url' | 'headers' | 'body'> & {
    readonly context: Context;
    /** Keyed, since a body may hold a password: nobody may guess it from what is kept. */
    fingerprint(hash: string): Buffer;
  },
  reply: Heads,
  caller: string,
  work: (tx: Tx) => Promise<Answer<Body>>,
  { isSecret = false }: OnceOptions = {},
): Promise<Body> {
  const key = keyOf(request);
  if (key === null) return say(reply, await request.context.transaction(work));
  const { method, url, body: sent = null } = request;
  const hash = createHash('sha256')
    .update(`${method} ${url}\n`)
    // A file as it is: as JSON it would be a list of as many numbers as it has bytes.
    .update(Buffer.isBuffer(sent) ? sent : JSON.stringify(sent))
    .digest('hex');
  const digest = request.fingerprint(hash);
  const outcome = await request.context.transaction(async (tx) => {
    const kept = await claimKey(tx, { caller, key, digest });
    if (kept) return { kept };
    // What a verb would end the transaction with is followed by the answer's row.
    const answer = await work({ ...tx, last: (asked) => asked() });
    const { status, headers = {} } = answer;
    const body = isSecret ? null : JSON.stringify(answer.body ?? null);
    await keepAnswer(tx, { caller, key }, { status, headers, body });
    return { answer };
  });
  if ('answer' in outcome) return say(reply, outcome.answer);
  return replay(reply, outcome.kept, digest);
}

function keyOf({ headers }: Pick<FastifyRequest, 'headers'>): string | null {
  const key = headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key === 'string' && keyForm.test(key)) return key;
  const sentence = 'An Idempotency-Key is 1 to 200 visible ASCII characters.';
  throw new HttpRefusal(400, 'idempotency.bad_key', sentence, { fields: { 'Idempotency-Key': [sentence] } });
}

function replay<Body>(reply: Heads, kept: Kept, digest: Buffer): Body {
  if (!kept.digest.equals(digest))
    throw new HttpRefusal(
      422,
      'idempotency.key_reused',
      'This Idempotency-Key belongs to another request; choose a new one for each.',
    );
  if (kept.body === null)
    throw new HttpRefusal(
      409,
      'idempotency.secret_told',
      'This request was carried out. Its answer held a secret, which is told once.',
    );
  reply.header('idempotency-replayed', 'true');
  return say(reply, { status: kept.status, headers: kept.headers, body: JSON.parse(kept.body) });
}

function say<Body>(reply: Heads, { status, headers = {}, body }: Answer<Body>): Body {
  reply.code(status);
  reply.headers(headers);
  return body;
}
