import type { PageRoute } from '../../ui/page-route.ts';
import { workshopsPaths as paths } from './paths.ts';

/** The pages of this area, each loaded when it is opened. */
export const workshopsRoutes: readonly PageRoute[] = [
  {
    path: paths.events,
    can: 'manageEvents',
    navigation: 'workshops.events',
    load: () => import('./Events.tsx'),
  },
  { path: paths.event('$id'), can: 'manageEvents', load: () => import('./Event.tsx') },
  { path: paths.eventWorkshops('$id'), can: 'manageEvents', load: () => import('./Workshops.tsx') },
  { path: paths.eventParticipants('$id'), can: 'manageEvents', load: () => import('./Participants.tsx') },
  { path: paths.eventUndecided('$id'), can: 'manageEvents', load: () => import('./Undecided.tsx') },
  { path: paths.eventImport('$id'), can: 'manageEvents', load: () => import('./Import.tsx') },
  { path: paths.participant('$id'), can: 'manageEvents', load: () => import('./Participant.tsx') },
];
