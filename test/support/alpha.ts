import { type Answer, ask } from './ask.ts';
import type { MusterPlace } from './muster-process.ts';

/** A site and its administrator, made by the command line as an operator makes them. */
export interface Alpha {
  readonly host: string;
  /** The administrator's, for `Authorization`. */
  readonly authorization: string;
}

export async function makeAlpha(place: MusterPlace): Promise<Alpha> {
  await place.done('site', 'create', 'alpha', '--name', 'Alpha');
  const amy = [
    'amy',
    '--email',
    'amy@example.com',
    '--name',
    'Amy Lee',
    '--role',
    'admin',
    '--site',
    'alpha',
  ];
  await place.done('account', 'create', ...amy);
  const printed = await place.done('tahoe_create_token', 'amy');
  const key = /token key: "([0-9a-f]{40})"/.exec(printed)?.[1];
  if (key === undefined) throw new Error(`No token was printed: ${printed}`);
  return { host: `alpha.localhost:${place.port}`, authorization: `Token ${key}` };
}

/** Registers a person by Tahoe; active at once and without a letter, unless `letter` is wanted. */
export function registerAt(
  at: Parameters<typeof ask>[0],
  alpha: Alpha,
  username: string,
  { letter = false } = {},
): Promise<Answer> {
  const person = { username, email: `${username}@example.com`, name: 'Some One', password: 'edx' };
  const body = letter ? person : { ...person, send_activation_email: 'False' };
  return ask(at, { ...alpha, method: 'POST', path: '/tahoe/api/v1/registrations/', body });
}
