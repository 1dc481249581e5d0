import type { HttpServer, RouteSchema } from '../../platform/http/contract.ts';
import { type RouteDeclaration, route } from '../../platform/http/route.ts';

/**
 * Declares a route, and beside it the same under `<path>.json` (contract §1.1 "Tahoe extra"), which documentation
 * leaves out. Where the path ends in a parameter, `idIn` takes the suffix off instead.
 */
export function routeWithSuffix<const Schema extends RouteSchema>(
  server: HttpServer,
  declaration: RouteDeclaration<Schema>,
): void {
  route(server, declaration);
  const path = declaration.path.replace(/\/$/, '');
  const isRoot = path === '';
  route(server, { ...declaration, path: isRoot ? '/.json' : `${path}.json`, documented: false });
}

/**
 * The number that the last segment of a path names, with or without `.json`, or null where it is none. Leading zeros
 * and blanks around it do no harm (ruling "ids and identifiers are trimmed first").
 */
export function idIn(segment: string): number | null {
  const text = withoutSuffix(segment);
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** The last segment of a path, trimmed, without `.json`. */
export function withoutSuffix(segment: string): string {
  return segment.trim().replace(/\.json$/, '');
}
