import { beginErrand } from '../../src/modules/errands/errands.ts';
import { makeFirstOwnerLink } from '../../src/modules/identity/links.ts';
import { createOauthClient } from '../../src/modules/identity/oauth-clients.ts';
import { beginSecondFactor, confirmSecondFactor } from '../../src/modules/identity/second-factors.ts';
import { requireKeyThatSigns } from '../../src/modules/identity/signing-keys.ts';
import type { Account, Role } from '../../src/modules/identity/types.ts';
import { claimKey, keepAnswer } from '../../src/platform/database/answers-kept.ts';
import { openTestApp, type TestApp, type TestSite } from '../support/app.ts';
import { type Gathered, gather } from '../support/community.ts';
import { letIn } from '../support/entrants.ts';
import { type Fair, holdFair } from '../support/fair.ts';
import { type HeldFestival, holdFestival } from '../support/held-festival.ts';
import { type Taught, teach } from '../support/learning.ts';
import { newestLink } from '../support/link-pages.ts';
import { codeOf } from '../support/own-account.ts';
import type { Known } from '../support/route-requests.ts';

export const roles = ['owner', 'admin', 'staff', 'member'] as const satisfies readonly Role[];

/** One tenant with people of every role, their credentials, and a row in every table a tenant has. */
export interface Populated {
  readonly at: TestSite;
  readonly people: Readonly<Record<Role, Account>>;
  /** By kind, of the account of that role. */
  readonly tokens: Readonly<Record<Role, { api: string; access: string; session: string; jwt: string }>>;
  /** Registered, not yet active. */
  readonly invited: Account;
  readonly oauthClient: { clientId: string; clientSecret: string };
  readonly learning: Taught;
  readonly fair: Fair;
  /** On the member. */
  readonly comments: Gathered;
  readonly saas: Known['saas'];
  readonly festival: HeldFestival;
  readonly errand: string;
  /** Paths of links that can still be used. */
  readonly links: { activation: string; firstOwner: string };
}

export interface TwoTenants {
  readonly muster: TestApp;
  readonly alpha: Populated;
  readonly beta: Populated;
}

/** Two tenants alike in everything but their names. Throttles are off: these tests ask more than a minute allows. */
export async function openTwoTenants(): Promise<TwoTenants> {
  const muster = await openTestApp({ throttles: null });
  await drawLongIds(muster);
  return { muster, alpha: await populate(muster, 'alpha'), beta: await populate(muster, 'beta') };
}

async function populate(muster: TestApp, slug: string): Promise<Populated> {
  const at = await muster.site(slug);
  const person = async (role: Role) => muster.account(at, { username: `${slug}${role}`, role });
  const people = {
    owner: await person('owner'),
    admin: await person('admin'),
    staff: await person('staff'),
    member: await person('member'),
  };
  const tokensOf = async (account: Account) => ({
    api: await muster.apiToken(at, account),
    access: await muster.accessToken(at, account),
    session: await muster.sessionToken(at, account),
    jwt: await muster.jwt(at, account),
  });
  const tokens = {
    owner: await tokensOf(people.owner),
    admin: await tokensOf(people.admin),
    staff: await tokensOf(people.staff),
    member: await tokensOf(people.member),
  };
  const invited = await muster.account(at, { username: `${slug}invited`, active: false });
  const oauthClient = await at.context.transaction((tx) =>
    createOauthClient(tx, {
      name: `${slug} client`,
      ownerId: people.admin.id,
      grants: ['client_credentials'],
    }),
  );
  const firstOwner = await at.context.transaction((tx) =>
    makeFirstOwnerLink(tx, muster.services.identity, at.site),
  );
  // JWTs of these tests are signed by HS256; the pair is there for the rows.
  await at.context.transaction((tx) => requireKeyThatSigns(tx, muster.services.identity.secret, 'EdDSA', 1));
  await giveSecondFactor(muster, at, invited);
  const links = {
    activation: await newestLink(muster, at, invited.email),
    firstOwner: new URL(firstOwner).pathname,
  };
  const kept = { caller: `account:${people.admin.id}`, key: 'once' };
  await at.context.transaction(async (tx) => {
    await claimKey(tx, { ...kept, digest: Buffer.alloc(32) });
    await keepAnswer(tx, kept, { status: 200, headers: {}, body: '{}' });
  });
  await at.context.transaction(async (tx) => {
    const { secret } = muster.services.identity;
    const begun = await beginSecondFactor(tx, secret, at.site, invited);
    await confirmSecondFactor(tx, secret, invited.id, codeOf(begun.secret, tx.clock.now()));
  });
  const errand = await at.context.transaction((tx) =>
    beginErrand(tx, at.site.id, { kind: 'enrolment.bulk', input: {}, rows: [{ subject: invited.email }] }),
  );
  const learning = await teach(at, people.member, people.staff);
  const comments = await gather(at, people);
  const saas = await letIn(muster, at, { ...people, caller: people.admin });
  const fair = await holdFair(muster, at);
  const festival = await holdFestival(muster, at, people);
  return {
    at,
    people,
    tokens,
    invited,
    oauthClient,
    learning,
    comments,
    saas,
    fair,
    festival,
    errand: errand.uuid,
    links,
  };
}

/** Of somebody who signs in nowhere in these tests. */
async function giveSecondFactor(muster: TestApp, at: TestSite, account: Account): Promise<void> {
  const { secret } = muster.services.identity;
  await at.context.transaction(async (tx) => {
    const begun = await beginSecondFactor(tx, secret, at.site, account);
    await confirmSecondFactor(tx, secret, account.id, codeOf(begun.secret, muster.clock.now()));
  });
}

/** Ids of six digits, so that one which exists is as long as one which does not; of no two tables alike. */
async function drawLongIds({ query }: TestApp): Promise<void> {
  const columns = await query<{ statement: string }>(
    `select format('alter table %I alter column %I restart with %s', table_name, column_name,
       500001 + 1000 * row_number() over (order by table_name)) as statement
     from information_schema.columns where table_schema = 'public' and is_identity = 'YES'`,
  );
  for (const { statement } of columns) await query(statement);
}
