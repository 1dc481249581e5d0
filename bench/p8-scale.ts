import { password } from './installation.ts';
import { load } from './load.ts';
import { choose, invite } from './p2-choices.ts';
import { type Crowd, openCrowd, peopleOfTenant } from './p8-crowds.ts';
import { median, type Row } from './table.ts';

const rounds = 3;
/** Of a second of measuring: about what one core does. */
const choicesOfASecond = 800;
/** A tenant of `peopleOfTenant`, which is there in every crowd. */
const tenant = { host: 'tenant1.localhost', emails: 'tenant1.example.com' };

interface Work {
  readonly name: string;
  /** @returns how many a second */
  readonly measure: (crowd: Crowd, seconds: number) => Promise<number>;
}

const read: Work = { name: 'point read', measure: measureRead };
const choice: Work = { name: 'choice of two workshops', measure: measureChoice };
const crowds: readonly { name: string; accounts: number; tenants: number; works: readonly Work[] }[] = [
  { name: '1 000 000 accounts', accounts: 1_000_000, tenants: 1, works: [read, choice] },
  {
    name: '10 000 tenants',
    accounts: 1000,
    tenants: 10_000,
    works: [
      read,
      choice,
      { name: 'sign-in', measure: (crowd, seconds) => signIn(crowd.bench.url, tenant.host, seconds) },
      // The hash is nearly all of a sign-in and the same everywhere: it would hide whatever else grows.
      {
        name: 'sign-in without its hash',
        measure: (crowd, seconds) => signIn(crowd.hashless, tenant.host, seconds),
      },
      {
        name: 'sign-in on the root domain without its hash',
        measure: (crowd, seconds) => signIn(crowd.hashless, 'localhost', seconds),
      },
      { name: 'member list', measure: measureMembers },
    ],
  },
];

/** P8: the same work in a small installation and in large ones, by turns. */
export async function measureScale(seconds: number): Promise<Row[]> {
  const small = await openCrowd(1000, 1);
  try {
    const rows: Row[] = [];
    for (const { name, accounts, tenants, works } of crowds) {
      const large = await openCrowd(accounts, tenants);
      try {
        for (const work of works) rows.push(await compare(work, small, large, name, seconds));
      } finally {
        await large.close();
      }
    }
    return rows;
  } finally {
    await small.close();
  }
}

async function compare(work: Work, small: Crowd, large: Crowd, name: string, seconds: number): Promise<Row> {
  await work.measure(small, 1);
  await work.measure(large, 1);
  const speeds: { small: number; large: number }[] = [];
  for (let round = 0; round < rounds; round += 1)
    speeds.push({ small: await work.measure(small, seconds), large: await work.measure(large, seconds) });
  const ratio = median(speeds.map((speed) => speed.small / speed.large));
  const [few, many] = [median(speeds.map((one) => one.small)), median(speeds.map((one) => one.large))];
  return {
    figure: 'P8',
    work: `${work.name} at ${name}`,
    measured: `${Math.round(many)}/s`,
    limit: `${Math.round(few)}/s (1 000 accounts, and a tenant of ${peopleOfTenant})`,
    ratio,
    target: 'slower by <= 1.3',
    reached: ratio <= 1.3,
  };
}

async function measureRead({ bench }: Crowd, seconds: number): Promise<number> {
  const headers = { authorization: `Bearer ${bench.bearer}` };
  const url = `${bench.url}/appsembler_api/v0/accounts/get-user/person7`;
  return (await load({ url, headers, connections: 32 }, seconds)).perSecond;
}

async function measureChoice({ bench, client, event }: Crowd, seconds: number): Promise<number> {
  return choose(bench, await invite(bench, client, event, seconds * choicesOfASecond), event);
}

/** Of different people: two sign-ins of one person at once wait for each other's row. */
async function signIn(url: string, host: string, seconds: number): Promise<number> {
  const requests = Array.from({ length: peopleOfTenant }, (_, n) => ({
    body: JSON.stringify({ email: `person${n + 1}@${tenant.emails}`, password }),
  }));
  const headers = { host, 'content-type': 'application/json' };
  const sent = { url: `${url}/api/login/`, method: 'POST', headers, requests, connections: 16 } as const;
  return (await load(sent, seconds)).perSecond;
}

async function measureMembers({ bench }: Crowd, seconds: number): Promise<number> {
  const answer = await fetch(`${bench.url}/api/login/`, {
    method: 'POST',
    // The root domain finds the tenant; the token leads there.
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: `person1@${tenant.emails}`, password }),
  });
  const { token }: { token?: unknown } = Object(await answer.json());
  const headers = { host: tenant.host, authorization: `Bearer ${token}` };
  return (await load({ url: `${bench.url}/api/users/`, headers, connections: 32 }, seconds)).perSecond;
}
