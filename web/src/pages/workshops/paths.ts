/** Addresses below `/app`; parameters are made by functions: `person: (uuid: string) => \`/people/\${uuid}\``. */
export const workshopsPaths = {
  events: '/events',
  event: (id: number | string) => `/events/${id}`,
  eventWorkshops: (id: number | string) => `/events/${id}/workshops`,
  eventParticipants: (id: number | string) => `/events/${id}/participants`,
  eventUndecided: (id: number | string) => `/events/${id}/undecided`,
  eventImport: (id: number | string) => `/events/${id}/import`,
  participant: (id: number | string) => `/participants/${id}`,
} as const;
