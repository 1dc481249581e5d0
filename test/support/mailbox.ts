import type { AddressInfo, Socket } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A letter that arrived, parsed, with the envelope it came in. */
export interface ReceivedLetter extends Email {
  readonly envelopeFrom: string;
  readonly envelopeTo: readonly string[];
  /** The bytes as they came. */
  readonly raw: string;
}

/** What the server does with a recipient or a message: take it, answer with a code, or cut the connection. */
export type Treatment =
  | 'take'
  | 'cut'
  | 'cut after taking'
  | { readonly code: number; readonly text: string };

export interface Mailbox {
  /** For `SMTP_URL`. */
  readonly url: string;
  /** Every letter taken so far. */
  readonly letters: readonly ReceivedLetter[];
  /** The first letter, present or coming, that fits and was not returned before. Fails after `wait` ms (10 000). */
  next(fits?: (letter: ReceivedLetter) => boolean, wait?: number): Promise<ReceivedLetter>;
  /** Decides on each recipient named; everyone is taken without it. */
  treatRecipients(decide: (address: string) => Treatment): void;
  /** Decides on each whole message; `cut after taking` takes it and cuts the connection before the answer. */
  treatMessages(decide: () => Treatment): void;
  /** Refuses connections until `open` is called; the address stays. */
  shut(): Promise<void>;
  open(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a real SMTP server on a free port of the loopback. */
export async function openMailbox(): Promise<Mailbox> {
  const letters: ReceivedLetter[] = [];
  const returned = new Set<ReceivedLetter>();
  const waiting = new Set<() => void>();
  const treat = { recipient: (_: string): Treatment => 'take', message: (): Treatment => 'take' };
  const take = (letter: ReceivedLetter) => {
    letters.push(letter);
    for (const look of [...waiting]) look();
  };

  let server = createServer(treat, take);
  const port = await listen(server, 0);

  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    next(fits = () => true, wait = 10_000) {
      return new Promise((resolve, reject) => {
        const look = () => {
          const found = letters.find((letter) => !returned.has(letter) && fits(letter));
          if (!found) return;
          returned.add(found);
          waiting.delete(look);
          clearTimeout(limit);
          resolve(found);
        };
        const limit = setTimeout(() => {
          waiting.delete(look);
          const subjects = letters.map((letter) => letter.subject).join(', ');
          reject(new Error(`No such letter within ${wait} ms. Letters: ${subjects || 'none'}.`));
        }, wait);
        waiting.add(look);
        look();
      });
    },
    treatRecipients(decide) {
      treat.recipient = decide;
    },
    treatMessages(decide) {
      treat.message = decide;
    },
    shut: () => stop(server),
    async open() {
      server = createServer(treat, take);
      await listen(server, port);
    },
    close: () => stop(server),
  };
}

interface Treatments {
  recipient: (address: string) => Treatment;
  message: () => Treatment;
}

function createServer(treat: Treatments, take: (letter: ReceivedLetter) => void): SMTPServer {
  const sockets = new Map<number, Socket>();
  /** Says what was decided; a cut connection gets no answer at all. */
  const answer = (treatment: Treatment, remotePort: number, say: (error?: Error) => void) => {
    if (typeof treatment === 'object')
      say(Object.assign(new Error(treatment.text), { responseCode: treatment.code }));
    else if (treatment === 'take') say();
    else sockets.get(remotePort)?.destroy();
  };
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 1,
    onRcptTo: ({ address }, session, say) => answer(treat.recipient(address), session.remotePort, say),
    async onData(stream, session, say) {
      const chunks: Uint8Array[] | null = await stream.toArray().catch(() => null);
      // The sender was cut off in the middle: half a message is none.
      if (chunks === null) return;
      const raw = Buffer.concat(chunks).toString('latin1');
      const treatment = treat.message();
      if (treatment === 'take' || treatment === 'cut after taking') {
        const { mailFrom, rcptTo } = session.envelope;
        take({
          ...(await PostalMime.parse(Buffer.from(raw, 'latin1'))),
          envelopeFrom: mailFrom === false ? '' : mailFrom.address,
          envelopeTo: rcptTo.map(({ address }) => address),
          raw,
        });
      }
      answer(treatment, session.remotePort, say);
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => {
    const { remotePort } = socket;
    if (remotePort === undefined) return;
    sockets.set(remotePort, socket);
    socket.on('close', () => sockets.delete(remotePort));
  });
  return server;
}

async function listen(server: SMTPServer, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address: AddressInfo | string | null = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('The mail server has no port.');
  return address.port;
}

function stop(server: SMTPServer): Promise<void> {
  return new Promise((resolve) => {
    server.close(resolve);
  });
}
