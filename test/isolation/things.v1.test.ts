import { afterAll, beforeAll, test } from 'vitest';
import { proveStrange } from './strangers.ts';
import { openTwoTenants, type TwoTenants } from './two-tenants.ts';

let two: TwoTenants;

beforeAll(async () => {
  two = await openTwoTenants();
});
afterAll(() => two.muster.close());

test(
  "an admin who names another tenant's things in the plain API is told what is told of things that are nowhere",
  {
    timeout: 240_000,
  },
  () => proveStrange(two, ({ api }) => api === 'v1'),
);
