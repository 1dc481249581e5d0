import type { PageRoute } from '../../ui/page-route.ts';
import { accountPaths } from './paths.ts';

export const accountRoutes: readonly PageRoute[] = [
  { path: accountPaths.signIn, can: 'anything', load: () => import('./SignIn.tsx') },
  { path: accountPaths.signUp, can: 'anything', load: () => import('./SignUp.tsx') },
  { path: accountPaths.forgottenPassword, can: 'anything', load: () => import('./ForgottenPassword.tsx') },
  { path: accountPaths.invitation('$secret'), can: 'anything', load: () => import('./Invitation.tsx') },
  { path: accountPaths.account, can: 'beSignedIn', load: () => import('./Account.tsx') },
  { path: accountPaths.security, can: 'beSignedIn', load: () => import('./Security.tsx') },
  { path: accountPaths.notifications, can: 'beSignedIn', load: () => import('./Notifications.tsx') },
  {
    path: accountPaths.notificationSettings,
    can: 'beSignedIn',
    load: () => import('./NotificationSettings.tsx'),
  },
];
