import { Type } from 'typebox';
import { changeAccount, requireAccountByEither } from '../../modules/identity/accounts.ts';
import { prepareChange } from '../../modules/identity/changes.ts';
import { profileFields } from '../../modules/identity/profiles.ts';
import type { AccountChange } from '../../modules/identity/types.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import type { Problem, Rendered } from '../../platform/http/error-shapes.ts';
import { route } from '../../platform/http/route.ts';
import { refuse } from '../../platform/refusal.ts';
import { actorOf } from '../callers.ts';
import { isBadInput } from './errors.ts';
import { profileSchema, textOrNull, unlessBlank } from './fields.ts';

const optionalText = Type.Optional(textOrNull);

/** `accounts/update_user` (contract §2.4). */
export function serveAccountUpdates(server: HttpServer): void {
  route(server, {
    method: 'POST',
    path: '/accounts/update_user',
    caller: ['staff'],
    summary: "Change e-mail, profile and the site's own fields of the account with that username or e-mail",
    schema: {
      body: Type.Object({
        user_lookup: optionalText,
        email: optionalText,
        name: optionalText,
        ...profileSchema,
      }),
      response: { 200: Type.Object({ success: Type.String() }) },
    },
    errors: wordUpdate,
    handler: async (request) => {
      const { site, context, body } = request;
      const lookup = unlessBlank(body.user_lookup);
      if (lookup === undefined) throw noLookup();
      const account = await context.read((read) => requireAccountByEither(read, lookup));
      const email = body.email?.trim() === account.email ? undefined : body.email;
      const change = prepareChange(site, { ...body, email }, context.clock.now());
      await context.transaction((tx) => changeAccount(tx, account.id, change, actorOf(request).role));
      return { success: `The following fields has been updated: ${pairsOf(change).join(', ')}` };
    },
  });
}

function noLookup() {
  return refuse('invalid', 'account.no_lookup', 'No user lookup has been provided');
}

/** What was understood and written, in the order of contract §2.4. */
function pairsOf({ email, name, profile, extra }: AccountChange): string[] {
  const values = new Map(Object.entries({ email, name, ...profile, ...extra }));
  const keys = new Set(['email', 'name', ...profileFields, ...Object.keys(extra ?? {})]);
  return [...keys]
    .filter((key) => values.get(key) !== undefined)
    .map((key) => `${key}=${values.get(key) ?? ''}`);
}

const badEmailWords = { status: 400, body: { integrity_error: 'Valid e-mail address required.' } };
const updateWords: Readonly<Record<string, Rendered>> = {
  'account.no_lookup': { status: 400, body: { lookup_error: 'No user lookup has been provided' } },
  'account.ambiguous': {
    status: 400,
    body: { lookup_error: 'Two users have been found with the provided user_lookup' },
  },
  'account.unknown': {
    status: 404,
    body: { user_not_found: "The user for the Given username or email doesn't exists" },
  },
  'account.bad_email': badEmailWords,
  'account.email_taken': {
    status: 400,
    body: { integrity_error: 'An account with this e-mail already exists.' },
  },
};

function wordUpdate(problem: Problem): Rendered | undefined {
  const hasBadEmail = isBadInput(problem) && 'email' in problem.fields;
  return updateWords[problem.code] ?? (hasBadEmail ? badEmailWords : undefined);
}
