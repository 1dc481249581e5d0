import type { PageRoute } from '../../ui/page-route.ts';
import { accountPaths } from './paths.ts';

export const accountRoutes: readonly PageRoute[] = [
  { path: accountPaths.signIn, can: 'anything', load: () => import('./SignIn.tsx') },
];
