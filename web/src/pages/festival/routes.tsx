import type { PageRoute } from '../../ui/page-route.ts';
import { festivalPaths as paths } from './paths.ts';

/** The pages of this area, each loaded when it is opened. Who runs the city is told by the server: `you.runs_it`. */
export const festivalRoutes: readonly PageRoute[] = [
  {
    path: paths.calendar,
    can: 'anything',
    navigation: 'festival.title',
    load: () => import('./Calendar.tsx'),
  },
  { path: paths.publicArtist('$uuid'), can: 'anything', load: () => import('./PublicArtist.tsx') },
  { path: paths.publicVenue('$uuid'), can: 'anything', load: () => import('./PublicVenue.tsx') },
  { path: paths.profiles, can: 'beSignedIn', load: () => import('./Profiles.tsx') },
  { path: paths.artist('$uuid'), can: 'beSignedIn', load: () => import('./ArtistEditor.tsx') },
  { path: paths.venue('$uuid'), can: 'beSignedIn', load: () => import('./VenueEditor.tsx') },
  { path: paths.findPartner, can: 'beSignedIn', load: () => import('./Find.tsx') },
  { path: paths.askPartner('$artist', '$venue'), can: 'beSignedIn', load: () => import('./Ask.tsx') },
  { path: paths.bookings, can: 'beSignedIn', load: () => import('./Bookings.tsx') },
  { path: paths.booking('$uuid'), can: 'beSignedIn', load: () => import('./Booking.tsx') },
  { path: paths.conversations, can: 'beSignedIn', load: () => import('./Conversations.tsx') },
  { path: paths.conversation('$uuid'), can: 'beSignedIn', load: () => import('./Conversation.tsx') },
  { path: paths.office, can: 'beSignedIn', load: () => import('./Office.tsx') },
  { path: paths.officeFestivals, can: 'beSignedIn', load: () => import('./OfficeFestivals.tsx') },
  { path: paths.officeLists, can: 'beSignedIn', load: () => import('./OfficeLists.tsx') },
];
