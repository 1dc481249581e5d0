import type { PageRoute } from '../../ui/page-route.ts';
import { operatorPaths as paths } from './paths.ts';

/** The pages of this area, each loaded when it is opened. */
export const operatorRoutes: readonly PageRoute[] = [
  {
    path: paths.settings,
    can: 'manageSettings',
    navigation: 'operator.settings',
    load: () => import('./Settings.tsx'),
  },
  { path: paths.newSite, can: 'ownTenant', load: () => import('./NewSite.tsx') },
  { path: paths.site('$id'), can: 'manageSettings', load: () => import('./SiteSettings.tsx') },
  {
    path: paths.oauthClients,
    can: 'manageSettings',
    navigation: 'operator.clients',
    load: () => import('./OauthClients.tsx'),
  },
  {
    path: paths.tokens,
    can: 'manageSettings',
    navigation: 'operator.tokens',
    load: () => import('./Tokens.tsx'),
  },
  {
    path: paths.letters,
    can: 'manageSettings',
    navigation: 'operator.letters',
    load: () => import('./Letters.tsx'),
  },
  { path: paths.letter('$id'), can: 'manageSettings', load: () => import('./Letter.tsx') },
  { path: paths.jobs, can: 'followJobs', navigation: 'operator.jobs', load: () => import('./Jobs.tsx') },
  { path: paths.job('$uuid'), can: 'beSignedIn', load: () => import('./Job.tsx') },
  {
    path: paths.tenants,
    can: 'operate',
    navigation: 'operator.tenants',
    load: () => import('./Tenants.tsx'),
  },
  { path: paths.health, can: 'operate', navigation: 'operator.health', load: () => import('./Health.tsx') },
];
