import { createTransport } from 'nodemailer';
import { type FailureReach, type OutgoingLetter, SendFailure, type Transport } from './contract.ts';
import { toMessage } from './message.ts';

const defaultTimeouts = { connect: 10_000, silence: 30_000, whole: 60_000 };

/**
 * Sends through a mail server on up to five kept connections.
 * @param url `smtp://user:password@host:port` or `smtps://…`; STARTTLS is used where the server offers it
 * @param timeouts milliseconds to connect and be greeted, of silence, and for the whole of one letter
 */
export function openServerTransport(url: string, timeouts: Partial<typeof defaultTimeouts> = {}): Transport {
  const limits = { ...defaultTimeouts, ...timeouts };
  const mailer = createTransport({
    url,
    pool: true,
    maxConnections: 5,
    // A connection the server closed while idle is no failure of the letter that finds it so.
    maxRequeues: 1,
    connectionTimeout: limits.connect,
    greetingTimeout: limits.connect,
    dnsTimeout: limits.connect,
    socketTimeout: limits.silence,
  });
  return {
    async send(letter) {
      try {
        // A server that trickles its answer keeps the silence short for ever; the whole has a limit of its own.
        const sent = await mailer.sendMail({
          ...toMessage(letter),
          signal: AbortSignal.timeout(limits.whole),
        });
        return sent.response;
      } catch (error) {
        if (error instanceof SendFailure) throw error;
        throw new SendFailure(reachOf(error), describe(error, letter));
      }
    },
    async close() {
      mailer.close();
    },
  };
}

/** What the mail library says of a failure. */
interface MailerFailure extends Error {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

function isMailerFailure(error: unknown): error is MailerFailure {
  return error instanceof Error;
}

function reachOf(error: unknown): FailureReach {
  if (!isMailerFailure(error)) return 'outage';
  const { code, command, responseCode: answer = 0 } = error;
  // 421: the server closes. 530, 535: it wants a login. Both meet every letter alike.
  if ((code !== 'EENVELOPE' && code !== 'EMESSAGE') || answer === 421 || answer === 530 || answer === 535) {
    return 'outage';
  }
  // The library itself cannot put the address into a command.
  if (command === 'API') return 'recipient';
  // 5.7.x is a policy of the server (relaying, reputation), often ended by its operator; the mailbox may well exist.
  const isPolicy = /^5\d\d[ -]5\.7\./.test(error.response ?? '');
  return command === 'RCPT TO' && answer >= 500 && !isPolicy ? 'recipient' : 'letter';
}

/** Servers quote the address, content filters the links: both stay out of what is stored and logged. */
function describe(error: unknown, letter: OutgoingLetter): string {
  const message = isMailerFailure(error) ? (error.response ?? error.message) : String(error);
  return message
    .replaceAll(letter.to.address, '…')
    .replace(/\bhttps?:\/\/\S+/gi, '…')
    .replace(/\s+/g, ' ')
    .slice(0, 500);
}
