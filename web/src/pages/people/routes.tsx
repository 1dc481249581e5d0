import type { PageRoute } from '../../ui/page-route.ts';
import { peoplePaths } from './paths.ts';

/** The pages of this area, each loaded when it is opened. */
export const peopleRoutes: readonly PageRoute[] = [
  {
    path: peoplePaths.people,
    can: 'readPeople',
    navigation: 'people.people',
    load: () => import('./People.tsx'),
  },
  { path: peoplePaths.newPerson, can: 'managePeople', load: () => import('./NewPerson.tsx') },
  { path: peoplePaths.person('$uuid'), can: 'readPeople', load: () => import('./Person.tsx') },
  {
    path: peoplePaths.invitations,
    can: 'managePeople',
    navigation: 'people.invitations',
    load: () => import('./Invitations.tsx'),
  },
  {
    path: peoplePaths.activity,
    can: 'managePeople',
    navigation: 'people.activity',
    load: () => import('./Activity.tsx'),
  },
];
