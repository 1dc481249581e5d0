import { accountPaths } from './pages/account/paths.ts';
import { festivalPaths } from './pages/festival/paths.ts';
import { homePaths } from './pages/home/paths.ts';
import { learningPaths } from './pages/learning/paths.ts';
import { operatorPaths } from './pages/operator/paths.ts';
import { peoplePaths } from './pages/people/paths.ts';
import { workshopsPaths } from './pages/workshops/paths.ts';

/** Every address below `/app`. Links and routes are made from here and nowhere else. */
export const paths = {
  ...homePaths,
  ...accountPaths,
  ...peoplePaths,
  ...workshopsPaths,
  ...learningPaths,
  ...festivalPaths,
  ...operatorPaths,
} as const;
