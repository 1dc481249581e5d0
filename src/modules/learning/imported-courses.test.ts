import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp, type TestSite } from '../../../test/support/app.ts';
import { course, enrol, look } from '../../../test/support/learning.ts';
import type { ImportTally } from '../../platform/record-batches.ts';
import { importCourses } from './imported-courses.ts';

let muster: TestApp;
let alpha: TestSite;

beforeAll(async () => {
  muster = await openTestApp();
  alpha = await muster.site('alpha');
});

afterAll(() => muster.close());

async function* recordsOf(rows: readonly Record<string, unknown>[]) {
  for (const [at, values] of rows.entries()) yield { line: at + 1, values };
}

const take = (rows: readonly Record<string, unknown>[], at: TestSite = alpha): Promise<ImportTally> =>
  at.context.transaction((tx) => importCourses(tx, at.site, recordsOf(rows)));

test('a file that says nothing of the capacity leaves what was granted, a new one judges it again', async () => {
  await muster.account(alpha, { username: 'amy' });
  await muster.account(alpha, { username: 'bob' });
  const full = await course(alpha, { capacity: 1 });
  await enrol(alpha, [full], ['amy', 'bob'], { force: true });
  await take([{ course_id: full.key, name: 'Renamed' }]);
  expect(await look(alpha, full)).toMatchObject({ name: 'Renamed', capacity: 1, taken: 2, granted: 2 });
  await take([{ course_id: full.key, capacity: '5' }]);
  expect(await look(alpha, full)).toMatchObject({ capacity: 5, taken: 2, granted: 0 });
  await take([{ course_id: full.key, capacity: 0 }]);
  expect(await look(alpha, full)).toMatchObject({ capacity: 0, taken: 2, granted: 2 });
});

test('a name that no column can hold is a bad row', async () => {
  const names = ['a\u0000b', 'lone \ud800', 'n'.repeat(256)];
  const tally = await take(names.map((name, at) => ({ course_id: `course-v1:alpha+Name${at}+1`, name })));
  expect(tally.faults.map(({ message }) => message)).toEqual(
    names.map(() => 'name: A name has 1 to 255 characters, no control characters'),
  );
});

test('the number of statements grows with the batches, not with the rows', async () => {
  const count = async (rows: number, name: string) => {
    const batch = Array.from({ length: rows }, (_, at) => ({
      course_id: `course-v1:alpha+S${rows}_${at}+1`,
      name,
    }));
    muster.statements.length = 0;
    expect(await take(batch)).toMatchObject({ bad: 0, present: 0 });
    return muster.statements.length;
  };
  const [made, changed] = [await count(1, 'Before'), await count(1, 'After')];
  expect([await count(900, 'Before'), await count(900, 'After')]).toEqual([made, changed]);
  expect([await count(1001, 'Before'), await count(1001, 'After')]).toEqual([2 * made, 2 * changed]);
});
