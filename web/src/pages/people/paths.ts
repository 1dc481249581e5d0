/** Addresses below `/app`; parameters are made by functions: `person: (uuid: string) => \`/people/\${uuid}\``. */
export const peoplePaths = {
  people: '/people',
  newPerson: '/people/new',
  person: (uuid: string) => `/people/${uuid}`,
  invitations: '/invitations',
  activity: '/activity',
} as const;
