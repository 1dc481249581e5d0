import type { Read } from '../../platform/database/contract.ts';
import type { Actor } from '../identity/types.ts';
import { selectRunCities } from './cities.queries.ts';
import { notAdmin, notCityAdmin } from './refusals.ts';
import { runsCity } from './rules.ts';
import type { Viewer } from './types.ts';

/**
 * Whoever calls, with what the credential and the account may here. A credential without scopes carries all that the
 * account may; running cities comes from the account alone, whatever the scopes of the token (issue "Cities").
 */
export async function viewerOf(read: Read, { accountId, role, scopes }: Actor): Promise<Viewer> {
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

/** Refuses everybody but admins and owners of the tenant. */
export function requireSystemAdmin({ isAdmin }: Viewer): void {
  if (!isAdmin) throw notAdmin();
}
