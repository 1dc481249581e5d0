import { setTimeout as pause } from 'node:timers/promises';
import { ask } from '../support/ask.ts';
import type { Registered, RegistrantsOrder } from './registrants.ts';

/**
 * Registers people one after the other in a few lanes until its input ends, and prints every acknowledged one as a
 * JSON line at once. What a client cannot know the outcome of — no answer, 503 — is forgotten; anything else is printed
 * as wrong.
 */
const { port, alpha, prefix, lanes }: RegistrantsOrder = JSON.parse(process.argv[2] ?? '{}');
const at = { port };
const kinds = ['activate', 'set password', 'none', 'confirm', 'v0 set password'] as const;
const tahoe = '/tahoe/api/v1/registrations/';
const v0 = '/appsembler_api/v0/accounts/';
let round = 0;
let ending = false;

process.stdin.resume().on('end', () => {
  ending = true;
});
await Promise.all(Array.from({ length: lanes }, lane));

async function lane(): Promise<void> {
  while (!ending) {
    round += 1;
    const kind = kinds[round % kinds.length] ?? 'none';
    const name = `${prefix}-${round}`;
    const email = `${name}@example.com`;
    const answer = await ask(at, { ...alpha, method: 'POST', ...asking(kind, name, email) }).catch(
      () => null,
    );
    if (answer === null || answer.status === 503) {
      await pause(20);
      continue;
    }
    const id = idIn(answer.body);
    if (answer.status === 200 && id !== null)
      tell({ id, email, letter: kind !== 'none', active: isActive(kind) });
    else tell({ wrong: `${answer.status} ${JSON.stringify(answer.body)}` });
  }
}

function asking(
  kind: (typeof kinds)[number],
  username: string,
  email: string,
): { path: string; body: object } {
  const person = { username, email, name: 'Some One' };
  const password = 'seven red balloons';
  switch (kind) {
    case 'activate':
      return { path: tahoe, body: { ...person, password } };
    case 'set password':
      return { path: tahoe, body: person };
    case 'none':
      return { path: tahoe, body: { ...person, password, send_activation_email: 'False' } };
    case 'confirm':
      return { path: `${v0}create`, body: { ...person, password } };
    case 'v0 set password':
      return { path: `${v0}user_without_password`, body: { email, name: 'Some One' } };
  }
}

function isActive(kind: (typeof kinds)[number]): boolean {
  return kind === 'none' || kind === 'confirm';
}

function idIn(body: unknown): number | null {
  if (typeof body !== 'object' || body === null || !('user_id' in body)) return null;
  return typeof body.user_id === 'number' ? body.user_id : null;
}

function tell(line: Registered | { wrong: string }): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
