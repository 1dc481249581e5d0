/** Addresses below `/app`; parameters are made by functions: `person: (uuid: string) => \`/people/\${uuid}\``. */
export const festivalPaths = {
  calendar: '/calendar',
  publicArtist: (uuid: string) => `/calendar/artists/${uuid}`,
  publicVenue: (uuid: string) => `/calendar/venues/${uuid}`,
  profiles: '/festival/profiles',
  /** `new` makes one. */
  artist: (uuid: string) => `/festival/artists/${uuid}`,
  venue: (uuid: string) => `/festival/venues/${uuid}`,
  findPartner: '/festival/find',
  askPartner: (artist: string, venue: string) => `/festival/ask/${artist}/${venue}`,
  bookings: '/festival/bookings',
  booking: (uuid: string) => `/festival/bookings/${uuid}`,
  conversations: '/festival/conversations',
  conversation: (uuid: string) => `/festival/conversations/${uuid}`,
  office: '/festival/office',
  officeFestivals: '/festival/office/festivals',
  officeLists: '/festival/office/lists',
} as const;
