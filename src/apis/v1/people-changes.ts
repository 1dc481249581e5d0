import type { FastifyRequest } from 'fastify';
import type { Static } from 'typebox';
import { askForNewEmail } from '../../modules/admissions/email-confirmations.ts';
import {
  askToConfirmEmail,
  changeAccount,
  deactivate,
  holdAccount,
  includesRole,
  reactivate,
} from '../../modules/identity/accounts.ts';
import { prepareChange, prepareNames } from '../../modules/identity/changes.ts';
import { prepareRegistration, register } from '../../modules/identity/registrations.ts';
import type { Account, AccountChange, Role } from '../../modules/identity/types.ts';
import type { Tx } from '../../platform/database/contract.ts';
import { refuse } from '../../platform/refusal.ts';
import { actorOf, type Services } from '../callers.ts';
import type { changedPerson, newPerson } from './people-forms.ts';

/** Judges a new person, outside any transaction. @returns writes them, with the letter */
export async function createPerson(
  { identity, passwords }: Services,
  request: FastifyRequest,
  sent: Static<typeof newPerson>,
): Promise<(tx: Tx) => Promise<Account>> {
  const { context, site } = request;
  const { profile = {}, extra = {}, first_name: first = '', last_name: last = '' } = sent;
  const role = roleOf(sent.role) ?? 'member';
  if (!includesRole(actorOf(request).role, role))
    throw refuse('forbidden', 'account.role_above_own', 'Nobody can give a role above the own.');
  const name = sent.name ?? [first, last].filter((part) => part !== '').join(' ');
  const base = {
    email: sent.email,
    username: sent.username,
    name: name.trim() || sent.email.replace(/@.*/s, ''),
    fields: { ...extra, ...profile },
  };
  // What the form of the site demands of those who come alone is not demanded of an office.
  const { registration_fields: fields, ...config } = site.config;
  const lenient = {
    ...site,
    config: fields ? { ...config, registration_fields: { ...fields, required: [] } } : config,
  };
  const prepared = await prepareRegistration(passwords, lenient, base, {
    username: sent.username === undefined ? 'made' : 'core',
    role,
    welcome: 'set_password',
    now: context.clock.now(),
  });
  const parts = sent.name === undefined ? { parts: { first, last }, name } : {};
  return (tx) => register(tx, identity, site, { ...prepared, ...parts });
}

/** Changes what is named of a person, all of it or nothing. @param held locked in this transaction */
export async function changePerson(
  tx: Tx,
  { identity }: Services,
  request: FastifyRequest,
  held: Account,
  sent: Static<typeof changedPerson>,
): Promise<Account> {
  const { accountId, role } = actorOf(request);
  const { site } = request;
  const { email, ...wanted } = changeOf(request, tx.clock.now(), sent);
  const moves = email !== undefined && email !== held.email;
  const isOwn = held.id === accountId;
  const moved = moves && !isOwn ? { email, mustConfirm: true as const } : {};
  const { account } = await changeAccount(tx, held.id, { ...wanted, ...moved }, role);
  if (moves && isOwn) await askForNewEmail(tx, identity, site, account, email);
  else if (moves) await askToConfirmEmail(tx, identity, site, account);
  if (sent.is_active === false) await deactivate(tx, held.id, role);
  if (sent.is_active === true && !held.isActive) await reactivate(tx, identity, held.id, role);
  return holdAccount(tx, held.id);
}

function changeOf({ site }: FastifyRequest, now: Date, sent: Static<typeof changedPerson>): AccountChange {
  const { profile = {}, extra = {}, name, email, username, phone, zip_code: zip, locale } = sent;
  const judged = prepareChange(site, { ...extra, ...profile, email, name }, now);
  const names = prepareNames({
    ...(username !== undefined && { username }),
    ...(sent.first_name !== undefined && { firstName: sent.first_name.trim() }),
    ...(sent.last_name !== undefined && { lastName: sent.last_name.trim() }),
  });
  const role = roleOf(sent.role);
  return {
    ...judged,
    ...names,
    ...(role && { role }),
    ...(phone !== undefined && { phone }),
    ...(zip !== undefined && { zipCode: zip }),
    ...(locale !== undefined && { locale }),
  };
}

function roleOf(text: string | undefined): Role | undefined {
  return (['member', 'staff', 'admin', 'owner'] as const).find((role) => role === text);
}
