import type { PageRoute } from '../../ui/page-route.ts';

/** The pages of this area, each loaded when it is opened. */
export const operatorRoutes: readonly PageRoute[] = [];
