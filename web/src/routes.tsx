import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { pageRoutes } from './pages/areas.ts';
import { Guarded } from './ui/Guarded.tsx';
import { Layout } from './ui/Layout.tsx';
import type { PageRoute } from './ui/page-route.ts';
import { Loading, Missing, Refused } from './ui/States.tsx';

/** The one table of routes, made of the areas' own lists (`pages/<area>/routes.tsx`). */
export function openRouter() {
  const root = createRootRoute({ component: Layout, notFoundComponent: Missing });
  const children = pageRoutes.map((page) =>
    createRoute({ getParentRoute: () => root, path: page.path, component: guard(page) }),
  );
  return createRouter({
    routeTree: root.addChildren(children),
    basepath: '/app',
    defaultPreload: 'intent',
    defaultPendingComponent: Loading,
    defaultErrorComponent: ({ error, reset }) => <Refused error={error} retry={reset} />,
  });
}

function guard({ load, can }: PageRoute) {
  const Page = lazyRouteComponent(load, 'Page');
  const GuardedPage = () => (
    <Guarded can={can}>
      <Page />
    </Guarded>
  );
  return Page.preload ? Object.assign(GuardedPage, { preload: Page.preload }) : GuardedPage;
}
