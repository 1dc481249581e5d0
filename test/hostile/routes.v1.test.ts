import { afterAll, beforeAll } from 'vitest';
import { proveRoutes } from './attacked-routes.ts';
import { type HostileTarget, openHostileTarget } from './hostile-target.ts';

let hostile: HostileTarget;

beforeAll(async () => {
  hostile = await openHostileTarget();
});
afterAll(() => hostile.close());

proveRoutes('v1', () => hostile);
