import { hash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readFeed, readFeedVersion } from '../../modules/festival/feeds.ts';
import type { Feed, FeedFilter, FeedPage, Window } from '../../modules/festival/types.ts';

/** What an answer is made of. */
export interface FeedAsked {
  readonly feed: Feed;
  readonly filter: FeedFilter;
  /** Null: everything, for a file. */
  readonly window: Window | null;
  /** What else makes the answer another one: its form, and the parameters that its links repeat. */
  readonly form: string;
  readonly contentType: string;
  render(page: FeedPage): string;
}

/** Sends answers of feeds, kept ones while they are true. */
export type SendFeed = (
  request: FastifyRequest,
  reply: FastifyReply,
  asked: FeedAsked,
) => Promise<FastifyReply>;

interface Kept {
  readonly text: string;
  readonly etag: string;
  readonly version: number;
  readonly validUntil: Date | null;
}

/** Characters that one process keeps of answers, and of one answer at most. */
const usualBound = 32 * 1024 * 1024;
const longestKept = 4 * 1024 * 1024;

/**
 * Keeps answers for as long as nothing that they show has changed: each request asks the database for the version of the
 * feed, in one look-up by keys, so that a cancelled event is gone from the next answer of every process. The longest
 * unasked one goes first when there are too many.
 */
export function openFeedAnswers(bound = usualBound): SendFeed {
  const kept = new Map<string, Kept>();
  let size = 0;

  const forget = (key: string) => {
    size -= kept.get(key)?.text.length ?? 0;
    kept.delete(key);
  };
  const keep = (key: string, answer: Kept) => {
    forget(key);
    if (answer.text.length > Math.min(longestKept, bound)) return;
    kept.set(key, answer);
    size += answer.text.length;
    for (const [oldest] of kept) {
      if (size <= bound) break;
      forget(oldest);
    }
  };

  return async (request, reply, asked) => {
    const { context, site } = request;
    const { feed, filter, window } = asked;
    const key = JSON.stringify([context.tenantId, site.id, feed, filter, window, asked.form]);
    const known = kept.get(key);
    if (known && (known.validUntil === null || context.clock.now() < known.validUntil)) {
      if ((await context.read((read) => readFeedVersion(read, feed))) === known.version) {
        kept.delete(key);
        kept.set(key, known);
        return send(reply, asked, known);
      }
    }
    forget(key);
    const page = await context.read((read) => readFeed(read, feed, filter, window));
    const text = asked.render(page);
    const etag = `W/"${hash('sha1', text, 'base64url')}"`;
    const made = { text, etag, version: page.version, validUntil: page.validUntil };
    keep(key, made);
    return send(reply, asked, made);
  };
}

/** Anybody may keep it and must ask whether it is still true. */
function send(reply: FastifyReply, { contentType }: FeedAsked, { text, etag }: Kept): FastifyReply {
  return reply.headers({ 'content-type': contentType, etag, 'cache-control': 'public, no-cache' }).send(text);
}
