import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Mailbox, openMailbox, type Treatment } from '../../../test/support/mailbox.ts';
import { type OutgoingLetter, SendFailure, type Transport } from './contract.ts';
import { openFolderTransport } from './folder-transport.ts';
import { parseSender } from './message.ts';
import { openServerTransport } from './server-transport.ts';
import { openTransport } from './transport.ts';

const link = 'http://alpha.localhost:8000/activate/0123456789abcdefghijklmnopqrstuvwxyzABCDEFG';
const letter: OutgoingLetter = {
  id: '019a0000-0000-7000-8000-000000000001',
  attempt: 1,
  messageId: '<019a0000-0000-7000-8000-000000000001@localhost>',
  writtenAt: new Date('2026-11-20T13:00:00.123Z'),
  locale: 'de',
  from: { name: 'Álpha, "Inc"', address: 'no-reply@alpha.test' },
  to: { name: 'Ádá Lovelace', address: 'ada@example.org' },
  subject: 'Grüße – 20 % 😀',
  text: `Grüße\n\n${link}\n\n.\nEnde\n`,
  html: `<p>Grüße</p><a href="${link}">x</a>`,
};

async function failureOf(sending: Promise<unknown>): Promise<SendFailure> {
  const failure: unknown = await sending.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(failure instanceof SendFailure)) throw new Error(`Expected a SendFailure, got ${String(failure)}`);
  return failure;
}

describe('a mail server', () => {
  let mailbox: Mailbox;
  let transport: Transport;
  beforeEach(async () => {
    mailbox = await openMailbox();
    transport = openServerTransport(mailbox.url, { connect: 500, silence: 500, whole: 1000 });
  });
  afterEach(async () => {
    await transport.close();
    await mailbox.close();
  });

  test('gets text and HTML as alternatives, with the headers of a letter nobody should answer', async () => {
    await transport.send(letter);
    const [received] = mailbox.letters;
    expect(received).toMatchObject({
      envelopeFrom: 'no-reply@alpha.test',
      envelopeTo: ['ada@example.org'],
      from: { name: 'Álpha, "Inc"', address: 'no-reply@alpha.test' },
      to: [{ name: 'Ádá Lovelace', address: 'ada@example.org' }],
      subject: letter.subject,
      messageId: letter.messageId,
      date: '2026-11-20T13:00:00.000Z',
    });
    expect(received?.text?.trimEnd()).toBe(letter.text.trimEnd());
    expect(received?.html?.trim()).toBe(letter.html);
    const headers = new Map(received?.headers.map(({ key, value }) => [key, value]));
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(headers.get('content-language')).toBe('de');
    expect(headers.get('content-type')).toMatch(/^multipart\/alternative/);
  });

  test('gets no header and no recipient that a name, a subject or an address tried to add', async () => {
    const evil = 'x\r\nBcc: evil@example.org\r\nX-Evil: 1\r\n\r\nbody';
    await transport.send({
      ...letter,
      locale: evil,
      messageId: `<1@a>${evil}`,
      subject: evil,
      from: { name: evil, address: 'no-reply@alpha.test' },
      to: { name: evil, address: 'ada@example.org' },
    });
    const [received] = mailbox.letters;
    expect(received?.envelopeTo).toEqual(['ada@example.org']);
    const keys = received?.headers.map(({ key }) => key);
    expect(keys).not.toContain('bcc');
    expect(keys).not.toContain('x-evil');
    expect(received?.text?.trimEnd()).toBe(letter.text.trimEnd());
  });

  test.each(['a@b.org, evil@example.org', 'a@b.org\r\nRCPT TO:<evil@example.org>', 'a@b.org>\nDATA', 'evil'])(
    'is never asked to take %j, which is not the address of one mailbox',
    async (address) => {
      const failure = await failureOf(transport.send({ ...letter, to: { name: '', address } }));
      expect(failure.reach).toBe('recipient');
      expect(mailbox.letters).toEqual([]);
    },
  );

  test.each<[Treatment, string]>([
    [{ code: 550, text: '5.1.1 no such user ada@example.org' }, 'recipient'],
    [{ code: 554, text: '5.7.1 relay access denied' }, 'letter'],
    [{ code: 451, text: '4.7.1 greylisted, come back' }, 'letter'],
    [{ code: 421, text: '4.3.2 shutting down' }, 'outage'],
    ['cut', 'outage'],
  ])('that treats the recipient with %j makes it a failure of the %s', async (treatment, reach) => {
    mailbox.treatRecipients(() => treatment);
    expect((await failureOf(transport.send(letter))).reach).toBe(reach);
  });

  test.each<[Treatment, string]>([
    [{ code: 554, text: '5.6.0 I do not like this' }, 'letter'],
    [{ code: 452, text: '4.3.1 disk full' }, 'letter'],
    ['cut', 'outage'],
  ])('that treats the message with %j makes it a failure of the %s', async (treatment, reach) => {
    mailbox.treatMessages(() => treatment);
    expect((await failureOf(transport.send(letter))).reach).toBe(reach);
  });

  test('that is down is an outage, and takes letters again when it is up', async () => {
    await transport.send(letter);
    await mailbox.shut();
    expect((await failureOf(transport.send(letter))).reach).toBe('outage');
    await mailbox.open();
    await transport.send({ ...letter, messageId: '<2@localhost>' });
    expect(mailbox.letters.map(({ messageId }) => messageId)).toContain('<2@localhost>');
  });

  test('that quotes address and link has neither in what is reported', async () => {
    mailbox.treatMessages(() => ({ code: 554, text: `spam from ada@example.org: ${link}` }));
    const { message } = await failureOf(transport.send(letter));
    expect(message).toMatch(/^554/);
    expect(message).not.toMatch(/ada@|activate/);
  });
});

describe('a folder', () => {
  let base: string;
  let folder: string;
  beforeEach(async () => {
    base = await mkdtemp(join(tmpdir(), 'muster-outbox-'));
    folder = join(base, 'data', 'outbox');
  });
  afterEach(() => rm(base, { recursive: true }));

  test('holds each letter as one complete message that only its owner may read', async () => {
    await openFolderTransport(folder).send(letter);
    expect(await readdir(folder)).toEqual(['20261120T130000123Z-019a0000-0000-7000-8000-000000000001.eml']);
    const path = join(folder, '20261120T130000123Z-019a0000-0000-7000-8000-000000000001.eml');
    const parsed = await PostalMime.parse(await readFile(path));
    expect(parsed).toMatchObject({ subject: letter.subject, messageId: letter.messageId });
    expect(parsed.text).toContain(link);
    expect(parsed.html).toContain(link);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  test('that others could enter is closed to them', async () => {
    await mkdir(folder, { recursive: true, mode: 0o755 });
    await openFolderTransport(folder).send(letter);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  test('holds one file for a letter written twice', async () => {
    const transport = openFolderTransport(folder);
    await transport.send(letter);
    await transport.send({ ...letter, attempt: 2 });
    expect(await readdir(folder)).toHaveLength(1);
  });

  test('never shows half a letter to one who reads while it is written', async () => {
    const transport = openFolderTransport(folder);
    const end = 'the very end of the letter';
    const long = `${'A long letter. '.repeat(200_000)}\n${end}\n`;
    await transport.send({ ...letter, text: 'first' });
    let writing = true;
    let seen = 0;
    const reader = (async () => {
      while (writing) {
        for (const name of (await readdir(folder)).filter((each) => each.endsWith('.eml'))) {
          const content = await readFile(join(folder, name), 'latin1');
          if (content.includes('A long letter.')) {
            seen += 1;
            expect(content).toContain(end);
          }
          expect(content.trimEnd()).toMatch(/--$/);
        }
      }
    })();
    for (let round = 1; round <= 10; round += 1) {
      await transport.send({ ...letter, id: `019a0000-0000-7000-8000-00000000010${round % 3}`, text: long });
    }
    writing = false;
    await reader;
    expect(seen).toBeGreaterThan(0);
  });

  test('that cannot be written to is an outage, and is tried anew', async () => {
    const transport = openFolderTransport(folder);
    await writeFile(join(base, 'data'), 'a file where the folder should be');
    expect((await failureOf(transport.send(letter))).reach).toBe('outage');
    await rm(join(base, 'data'));
    await transport.send(letter);
    expect(await readdir(folder)).toHaveLength(1);
  });

  test('shows the text to a developer who asked for it, and to nobody else', async () => {
    const shown: string[] = [];
    await openTransport({ smtpUrl: null, folder, show: (text) => shown.push(text) }).send(letter);
    expect(shown.join('')).toContain(link);
    await openTransport({ smtpUrl: null, folder }).send(letter);
    expect(shown).toHaveLength(1);
  });
});

test.each([
  ['no-reply@localhost', { name: '', address: 'no-reply@localhost' }],
  ['Alpha <a@b.org>', { name: 'Alpha', address: 'a@b.org' }],
  ['a@b.org, c@d.org', null],
  ['Alpha', null],
  ['', null],
  ['Group: a@b.org;', { name: '', address: 'a@b.org' }],
] as const)('the sender %j reads as %j', (text, sender) => {
  expect(parseSender(text)).toEqual(sender);
});
