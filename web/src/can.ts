import type { Role, Session } from './api/session.ts';

const ranks: readonly Role[] = ['member', 'staff', 'admin', 'owner'];

/**
 * What the pages offer to whom; the server judges again. Each line names the rule of the server that it mirrors.
 */
export const can = {
  /** `anyone` of a route. */
  anything: () => true,
  /** A route for any account of the tenant. */
  beSignedIn: (session) => session.account !== null,
  /** Managers of the workshops: staff, admin, owner (ruling "Roles"). */
  manageEvents: (session) => has(session, 'staff'),
  /** Courses, codes and bulk enrolment as in v0: staff, admin, owner (ruling "Roles"). */
  manageCourses: (session) => has(session, 'staff'),
  /** People, comments and figures are read by staff, admin, owner (`caller: ['staff']` of `/people` and `/counts`). */
  readPeople: (session) => has(session, 'staff'),
  /** People, roles and tokens: admin, owner (ruling "Roles", Tahoe). */
  managePeople: (session) => has(session, 'admin'),
  /** Settings of sites, OAuth clients, tokens, letters: admin, owner (callers of `/api/v1/sites`, `/letters` …). */
  manageSettings: (session) => has(session, 'admin'),
  /** The tenant's name, its sites and their hosts: owner (callers of `PATCH /api/v1/tenant`, `POST /api/v1/sites`). */
  ownTenant: (session) => has(session, 'owner'),
  /** Jobs are for whoever began one (`GET /api/v1/jobs`); bulk work is begun by staff. */
  followJobs: (session) => has(session, 'staff'),
  /** Gemini's scope `admin`: admin or owner; an account that was added to a city is judged by the server. */
  manageFestival: (session) => has(session, 'admin'),
  /** `PUT /tenant/staff-second-factor`: owner. */
  demandSecondFactor: (session) => has(session, 'owner'),
  /** The owner of the default tenant, on the default site only (ruling "Roles"). */
  operate: (session) => session.site.isDefault && session.account?.isOperator === true,
} satisfies Record<string, (session: Session) => boolean>;

export type Ability = keyof typeof can;

function has(session: Session, role: Role): boolean {
  const { account } = session;
  return account !== null && ranks.indexOf(account.role) >= ranks.indexOf(role);
}

/** The roles that somebody may give: at most the own (`account.role_above_own`). */
export function rolesToGive(session: Session | undefined): readonly Role[] {
  return session ? ranks.filter((role) => has(session, role)) : [];
}
