import type { Read } from '../../platform/database/contract.ts';
import type { Actor } from '../identity/types.ts';
import { findCityOfSite, selectRunCities } from './cities.queries.ts';
import { findCurrentFestival } from './festivals.queries.ts';
import { notAdmin, notCityAdmin, notYourself } from './refusals.ts';
import { closingOf, registrationEndOf, runsCity } from './rules.ts';
import type { Viewer } from './types.ts';

/**
 * Whoever calls, with what the credential and the account may here. A credential without scopes carries all that the
 * account may; running cities comes from the account alone, whatever the scopes of the token (issue "Cities").
 */
export async function viewerOf(
  read: Read,
  { accountId, role, scopes }: Pick<Actor, 'accountId' | 'role' | 'scopes'>,
): Promise<Viewer> {
  return {
    accountId,
    mayView: scopes?.includes('profile') ?? true,
    mayPerform: scopes?.includes('performer') ?? true,
    mayHost: scopes?.includes('venue') ?? true,
    isAdmin: role === 'admin' || role === 'owner',
    cityIds: await selectRunCities(read, accountId),
  };
}

/** Whether the viewer runs the city: added to it, or admin or owner of the tenant. */
export function runs(viewer: Viewer, cityId: number): boolean {
  return runsCity(viewer, cityId);
}

/** Refuses everybody who does not run the city. */
export function requireCityAdmin(viewer: Viewer, cityId: number): void {
  if (!runsCity(viewer, cityId)) throw notCityAdmin();
}

/** Refuses whoever acts for another person without running the city. */
export function requireActsFor(viewer: Viewer, accountId: number, cityId: number): void {
  if (viewer.accountId !== accountId && !runsCity(viewer, cityId)) throw notYourself();
}

/** Refuses everybody but admins and owners of the tenant. */
export function requireSystemAdmin({ isAdmin }: Viewer): void {
  if (!isAdmin) throw notAdmin();
}

/** What the city of a site takes from a viewer now. */
export interface Openness {
  /** Whether the viewer runs it. */
  readonly isRun: boolean;
  /** New profiles. */
  readonly registration: boolean;
  /** Requests and self-matches. */
  readonly matchmaking: boolean;
}

/** What the city of a site takes from the viewer now; a site without a city takes nothing. */
export async function opennessOf(read: Read, siteId: number, viewer: Viewer): Promise<Openness> {
  const city = await findCityOfSite(read, siteId);
  if (!city) return { isRun: false, registration: false, matchmaking: false };
  if (runsCity(viewer, city.id)) return { isRun: true, registration: true, matchmaking: true };
  if (!city.isActive || city.isPaused) return { isRun: false, registration: false, matchmaking: false };
  const festival = await findCurrentFestival(read, city.id);
  const now = read.clock.now();
  return {
    isRun: false,
    registration: !festival || now < registrationEndOf(festival),
    // Without a festival it is the time that does not fit, not the person.
    matchmaking: !festival || now < closingOf(festival),
  };
}
