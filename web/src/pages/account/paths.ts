/** Addresses below `/app`; parameters are made by functions: `person: (uuid: string) => \`/people/\${uuid}\``. */
export const accountPaths = {
  signIn: '/sign-in',
  signUp: '/sign-up',
  forgottenPassword: '/forgotten-password',
  invitation: (secret: string) => `/invitations/${secret}`,
  account: '/account',
  security: '/security',
  notifications: '/notifications',
  notificationSettings: '/notification-settings',
} as const;
