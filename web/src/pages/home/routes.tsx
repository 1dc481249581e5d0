import type { PageRoute } from '../../ui/page-route.ts';
import { homePaths } from './paths.ts';

export const homeRoutes: readonly PageRoute[] = [
  { path: homePaths.home, can: 'anything', navigation: 'shell.home', load: () => import('./Home.tsx') },
];
