import type { PageRoute } from '../ui/page-route.ts';
import { accountRoutes } from './account/routes.tsx';
import { festivalRoutes } from './festival/routes.tsx';
import { homeRoutes } from './home/routes.tsx';
import { learningRoutes } from './learning/routes.tsx';
import { operatorRoutes } from './operator/routes.tsx';
import { peopleRoutes } from './people/routes.tsx';
import { workshopsRoutes } from './workshops/routes.tsx';

/** Every page, in the order of the navigation. */
export const pageRoutes: readonly PageRoute[] = [
  ...homeRoutes,
  ...workshopsRoutes,
  ...learningRoutes,
  ...festivalRoutes,
  ...peopleRoutes,
  ...operatorRoutes,
  ...accountRoutes,
];
