import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { type SaasAnswer, type SaasClient, saasClient } from '../../../test/support/saas-client.ts';
import { workshopEvent } from '../../../test/support/workshops.ts';
import { purgeComments } from '../../modules/community/comments.ts';
import { changeAccount, deactivate } from '../../modules/identity/accounts.ts';
import type { Account, Role } from '../../modules/identity/types.ts';
import { createEvent, deleteEvent, editEvent } from '../../modules/workshops/events.ts';

/** Comments on events and workshops. */
let muster: TestApp;
let at: TestSite;
let made = 0;

beforeAll(async () => {
  muster = await openTestApp({ throttles: null });
  at = await muster.site('alpha');
});
afterAll(() => muster.close());

interface Person {
  readonly account: Account;
  readonly api: SaasClient;
}

async function person(role: Role = 'member'): Promise<Person> {
  made += 1;
  const account = await muster.account(at, { username: `p${made}`, role });
  const api = saasClient(muster, at.host, await muster.jwt(at, account));
  return { account, api };
}

const bodyOf = ({ body }: SaasAnswer) => Object(body);
test('events and workshops are commented on by their id, and who made or edited the event is told', async () => {
  const [ann, cas, gone, former] = [
    await person(),
    await person('staff'),
    await person('staff'),
    await person('admin'),
  ];
  const by = ({ account }: Person) =>
    muster.database.scope({
      tenantId: at.site.tenantId,
      siteId: at.site.id,
      author: { kind: 'account', id: account.id, name: '' },
      requestId: 'test',
    });
  const { id, workshops } = await by(cas).transaction((tx) =>
    createEvent(tx, { name: 'Open day', available: true, workshops: [{ title: 'Flask' }] }),
  );
  for (const one of [ann, gone, former, cas])
    await by(one).transaction((tx) => editEvent(tx, id, { available: true }, null));
  await at.context.transaction((tx) => changeAccount(tx, former.account.id, { role: 'member' }, 'owner'));
  await at.context.transaction((tx) => deactivate(tx, gone.account.id, 'owner'));
  const [flask] = workshops;
  const said = [
    {
      path: `comments/event/${id}/`,
      type: 'event',
      content_type: 13,
      object_id: String(id),
      name: 'Open day',
    },
    {
      path: `comments/workshop/${flask?.id}/`,
      type: 'workshop',
      content_type: 12,
      object_id: String(flask?.id),
      name: 'Flask',
    },
  ];
  for (const { path, type, name, content_type, object_id } of said) {
    const answer = await ann.api.post(path, { content: `About ${name}` });
    expect([answer.status, answer.body]).toMatchObject([
      201,
      { content_type, object_id, content: `About ${name}` },
    ]);
    const list = bodyOf(await cas.api.get(path));
    expect([list.count, list.results[0]]).toEqual([1, answer.body]);
    const told = bodyOf(await ann.api.get(path.replace('comments', 'activities')));
    expect(told.results[0]).toMatchObject({
      actor: { id: ann.account.uuid },
      verb: 'made comment',
      action_object: answer.body,
      target: { type, id: object_id, name },
    });
    expect(bodyOf(await cas.api.get('notifications/')).results[0].message).toBe(
      `${ann.account.name} commented on ${name}`,
    );
  }
  const bells = await muster.query(
    'select distinct account_id::int as id from notifications where account_id = any($1)',
    [[ann, cas, gone, former].map(({ account }) => account.id)],
  );
  expect(bells).toEqual([{ id: cas.account.id }]);
  for (const path of [
    'event/0',
    'event/x',
    `event/${id + 1000}`,
    `event/${'9'.repeat(30)}`,
    'workshop/-1',
    'workshop/999999',
  ])
    expect((await ann.api.get(`comments/${path}/`)).status).toBe(404);
});

test('weakness 19: what was said of an event or a workshop ends with it', async () => {
  const ann = await person();
  const event = await workshopEvent(at, { workshops: [{ title: 'Kept' }, { title: 'Dropped' }] });
  const [kept, dropped] = event.workshops;
  const other = await workshopEvent(at);
  const paths = [`workshop/${kept?.id}`, `workshop/${dropped?.id}`, `event/${event.id}`, `event/${other.id}`];
  for (const path of paths) await ann.api.post(`comments/${path}/`, { content: `on ${path}` });
  const stored = async () =>
    (
      await muster.query<{ content: string }>(
        `select content from comments where author_id = $1 order by id`,
        [ann.account.id],
      )
    ).map(({ content }) => content);
  const purge = () => purgeComments(muster.database.acrossTenants());
  await at.context.transaction((tx) => editEvent(tx, event.id, { workshops: [{ id: kept?.id ?? 0 }] }, null));
  expect((await ann.api.get(`comments/${paths[1]}/`)).status).toBe(404);
  const feed = bodyOf(await ann.api.get('activities/?verb=made comment')).results;
  expect(feed.map((one: { action_object: unknown }) => one.action_object === null)).toEqual([
    false,
    false,
    true,
    false,
  ]);
  expect([await purge(), await stored()]).toEqual([
    1,
    [paths[0], paths[2], paths[3]].map((path) => `on ${path}`),
  ]);
  await at.context.transaction((tx) => deleteEvent(tx, event.id, null));
  expect([await purge(), await stored()]).toEqual([2, [`on ${paths[3]}`]]);
});
