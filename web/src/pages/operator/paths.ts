/** Addresses below `/app`; parameters are made by functions: `person: (uuid: string) => \`/people/\${uuid}\``. */
export const operatorPaths = {
  settings: '/settings',
  newSite: '/settings/new-site',
  site: (id: string) => `/settings/sites/${id}`,
  oauthClients: '/oauth-clients',
  tokens: '/tokens',
  letters: '/letters',
  letter: (id: string) => `/letters/${id}`,
  jobs: '/jobs',
  job: (uuid: string) => `/jobs/${uuid}`,
  tenants: '/tenants',
  health: '/health',
} as const;
