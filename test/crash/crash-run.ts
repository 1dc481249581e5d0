import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { type Alpha, makeAlpha, registerAt } from '../support/alpha.ts';
import type { Mailbox } from '../support/mailbox.ts';
import { type MusterPlace, type MusterProcess, openMusterPlace, until } from '../support/muster-process.ts';
import { type Blow, dealBlows, drawFrom } from './blows.ts';
import { type ArrivedLetter, findLetterFaults, findLosses } from './proof.ts';
import { type Registrants, startRegistrants } from './registrants.ts';

/** One run of quality R2: clients register while what serves them is killed; then the books are compared. */
export interface CrashRun {
  readonly seed: number;
  readonly place: MusterPlace;
  deal(blows: readonly Blow[]): Promise<void>;
  /** Lets the clients end and every letter leave, then tells all that is lost, half or wrong in a sentence each. */
  findFaults(): Promise<string[]>;
  close(): Promise<void>;
}

interface Running {
  readonly place: MusterPlace;
  readonly alpha: Alpha;
  readonly registrants: Registrants;
  readonly mailbox: Mailbox | undefined;
  server: MusterProcess;
}

/**
 * Starts a server, makes a site, and lets clients begin; letters go to the mailbox, without one into the folder.
 * @param seed decides the moments of the kills, as far as a machine repeats itself
 */
export async function openCrashRun({
  mailbox,
  seed = 1,
}: {
  mailbox?: Mailbox;
  seed?: number;
} = {}): Promise<CrashRun> {
  const place = await openMusterPlace({
    MUSTER_THROTTLE: 'off',
    ...(mailbox && { SMTP_URL: mailbox.url }),
  });
  const server = await place.start('serve').begun();
  const alpha = await makeAlpha(place);
  const registrants = startRegistrants(place.port, alpha, 'c');
  const running: Running = { place, alpha, registrants, mailbox, server };
  const draw = drawFrom(seed);
  return {
    seed,
    place,
    async deal(blows) {
      running.server = await dealBlows(place, running.server, registrants, blows, draw);
    },
    async findFaults() {
      await registrants.end();
      await letLettersLeave(running);
      const { acknowledged, wrong } = registrants;
      const losses = await findLosses(place, acknowledged);
      return [...wrong, ...losses, ...(await findLetterFaults(place, await arrivedLetters(running)))];
    },
    async close() {
      await registrants.end();
      await place.remove();
    },
  };
}

/** A letter whose sender was killed waits five minutes for its claim to end: brought forward, as time would. */
async function letLettersLeave({ place, alpha }: Running): Promise<void> {
  await place.query('update letters set due_at = now() where due_at is not null');
  const { status } = await registerAt(place, alpha, 'last-one', { letter: true });
  if (status !== 200 && status !== 409) throw new Error(`The last registration answers ${status}.`);
  await until(async () => {
    const [row] = await place.query<{ left: number }>(
      'select count(*) as left from letters where due_at is not null',
    );
    return row?.left === 0;
  }, 'the last letter');
}

async function arrivedLetters({ place, mailbox }: Running): Promise<ArrivedLetter[]> {
  if (mailbox) return mailbox.letters.map((letter) => toArrived(letter));
  const folder = join(place.dataFolder, 'outbox');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.eml'));
  return Promise.all(
    names.map(async (name) => toArrived(await PostalMime.parse(await readFile(join(folder, name))))),
  );
}

function toArrived(letter: Pick<Mailbox['letters'][number], 'to' | 'messageId'>): ArrivedLetter {
  return { to: letter.to?.[0]?.address ?? 'nobody', messageId: letter.messageId ?? '' };
}
