import { invite } from '../../src/modules/admissions/invitations.ts';
import { comment } from '../../src/modules/community/comments.ts';
import { peopleAsTargets } from '../../src/modules/community/people.ts';
import { createOauthClient } from '../../src/modules/identity/oauth-clients.ts';
import type { Account, Role } from '../../src/modules/identity/types.ts';
import { beginBulkEnrolment } from '../../src/modules/learning/bulk-enrolments.ts';
import { updateSite } from '../../src/modules/tenants/sites.ts';
import type { TestApp, TestSite } from './app.ts';
import { finishErrands } from './errands.ts';
import { type FilledEvents, fillEvents } from './filled-events.ts';
import { type FilledFestival, fillFestival } from './filled-festival.ts';
import { type FilledLearning, fillLearning } from './filled-learning.ts';
import { newestLink } from './link-pages.ts';

export type Callers = Readonly<Record<Role, Account>>;

/** A tenant as it looks after some weeks: every module has something of everything that its pages can show. */
export interface FilledTenant {
  readonly at: TestSite;
  readonly callers: Callers;
  readonly learning: FilledLearning;
  readonly events: FilledEvents;
  readonly festival: FilledFestival;
  /** Secret of an invitation that is open. */
  readonly invitation: string;
  /** Of the newest letter. */
  readonly letter: string;
  /** Of the staff's: a bulk enrolment that is done. */
  readonly job: string;
}

const names: Callers | Record<Role, string> = {
  owner: 'Ada Lovelace',
  admin: 'Grace Hopper',
  staff: 'Katherine Johnson',
  member: 'Mary Jackson',
};

const others = [
  'Aisha Khan,Bram de Vries,Chen Wei,Dorothy Vaughan,Elif Yılmaz,Fatou Diop,Gustav Lindqvist,Hedy Lamarr,Ines Álvarez',
  'Jürgen Weiß,Karin Østergaard,Leonhard Maier,Maryam Mirzakhani,Nadia Boulanger,Olena Kovalenko,Paulo Freire',
  'Quentin Lefèvre,Rosalind Franklin,Søren Holm,Tadashi Ono,Ursula Le Guin,Vera Rubin,Willem van den Berg,Xenia Petrova',
].flatMap((line) => line.split(','));

/** Fills the default site's tenant. */
export async function fillTenant(muster: TestApp): Promise<FilledTenant> {
  const owner = muster.database.acrossTenants();
  const { slug } = muster.home.site;
  const facts = { name: 'Riverside Academy', organisations: ['riverside'] };
  const site = await owner.transaction((tx) => updateSite(tx, slug, facts));
  await muster.query(`update tenants set name = $2 where id = $1`, [site.tenantId, facts.name]);
  muster.services.directory.forget();
  const at = { ...muster.home, site };
  const person = (name: string, role: Role) => muster.account(at, { username: usernameOf(name), name, role });
  const callers = {
    owner: await person(String(names.owner), 'owner'),
    admin: await person(String(names.admin), 'admin'),
    staff: await person(String(names.staff), 'staff'),
    member: await person(String(names.member), 'member'),
  };
  const crowd: Account[] = [];
  for (const name of others) crowd.push(await person(name, 'member'));
  await muster.account(at, { username: 'yet.to.come', name: 'Yara Coming', active: false });
  await spread(muster, at);
  await talk(at, callers);
  const learning = await fillLearning(muster, at, callers, crowd);
  return {
    at,
    callers,
    learning,
    events: await fillEvents(muster, at),
    festival: await fillFestival(at, callers, crowd),
    invitation: await invited(muster, at, callers.admin),
    letter: await newestLetter(muster, at),
    job: await enrolMany(muster, at, callers.staff, learning),
  };
}

/** `Jürgen Weiß` signs in as `jurgen.weis`. */
function usernameOf(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/[^a-zA-Z ]/g, '')
    .toLowerCase()
    .replaceAll(' ', '.');
}

/** As if people had come over the last weeks. */
async function spread({ query }: TestApp, { site }: TestSite): Promise<void> {
  await query(
    `update accounts set created_at = created_at - make_interval(days => (id * 7 % 29)::integer) where tenant_id = $1`,
    [site.tenantId],
  );
}

async function talk(at: TestSite, { admin, staff, member }: Callers): Promise<void> {
  await at.context.transaction(async (tx) => {
    const target = await peopleAsTargets.find(tx, at.site, member.uuid);
    if (!target) throw new Error('The member is not there.');
    const on = { ...target, type: 'account' };
    await comment(tx, on, admin, 'Passed the entrance interview with distinction.');
    await comment(tx, on, staff, 'Asked for an evening course.\nI promised to call back on Monday.');
    await createOauthClient(tx, {
      name: 'Student portal',
      ownerId: admin.id,
      grants: ['client_credentials'],
    });
  });
}

/** @returns the secret of an invitation to somebody new */
async function invited(muster: TestApp, at: TestSite, inviter: Account): Promise<string> {
  const wanted = { role: 'staff', inviter, locale: 'en', days: 7 } as const;
  const invitees = [
    { email: 'noor@example.com', firstName: 'Noor', lastName: 'Haddad' },
    { email: 'zoe@example.com', firstName: 'Zoë', lastName: 'Winter' },
  ];
  for (const one of invitees)
    await at.context.transaction((tx) =>
      invite(tx, muster.services.identity, at.site, { ...one, ...wanted }),
    );
  return (await newestLink(muster, at, 'zoe@example.com')).split('/').at(-1) ?? '';
}

async function newestLetter({ query }: TestApp, { site }: TestSite): Promise<string> {
  const [letter] = await query<{ id: string }>(
    'select id from letters where tenant_id = $1 order by id desc limit 1',
    [site.tenantId],
  );
  return letter?.id ?? '';
}

/** @returns the uuid of the staff's errand, which is done */
async function enrolMany(
  muster: TestApp,
  at: TestSite,
  { id, username: name }: Account,
  { courseKey }: FilledLearning,
): Promise<string> {
  const { tenantId, id: siteId } = at.site;
  const author = { kind: 'account', id, name } as const;
  const context = muster.database.scope({ tenantId, siteId, author, requestId: 'fill' });
  const identifiers = ['mary.jackson', 'chen.wei', 'xenia.petrova', 'new@partner.example.com', 'nobody here'];
  const order = {
    action: 'enroll',
    autoEnroll: true,
    notify: false,
    reason: 'a company',
    force: false,
  } as const;
  const { uuid } = await context.transaction((tx) =>
    beginBulkEnrolment(tx, at.site, { ...order, identifiers, courseKeys: [courseKey] }),
  );
  await finishErrands(muster);
  return uuid;
}
