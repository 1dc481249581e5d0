import { AppShell, Burger, Container, Group, NavLink, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useMemo, useRef } from 'react';
import { useSession } from '../api/session.ts';
import { can } from '../can.ts';
import { useText } from '../i18n/index.ts';
import { pageRoutes } from '../pages/areas.ts';
import { HeaderMenu } from './HeaderMenu.tsx';
import { LanguageChooser } from './LanguageChooser.tsx';
import { NavigationContext, useNavigation } from './navigation.ts';

/** The frame of every page: header, navigation by what the caller may do, content, footer. */
export function Layout() {
  const say = useText();
  const [opened, { toggle, close }] = useDisclosure(false);
  const offered = useOffered();
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    close();
    main.current?.focus();
  }, [pathname, close]);
  return (
    <NavigationContext value={offered}>
      <AppShell
        header={{ height: 56 }}
        navbar={{ width: 220, breakpoint: 'sm', collapsed: { mobile: !opened } }}
        padding="md"
      >
        <a className="skip" href="#main">
          {say('shell.skip')}
        </a>
        <AppShell.Header>
          <Group h="100%" px="md" justify="space-between" wrap="nowrap">
            <Group gap="sm" wrap="nowrap" miw={0}>
              <Burger
                opened={opened}
                onClick={toggle}
                hiddenFrom="sm"
                size="sm"
                aria-label={say('shell.openNavigation')}
                aria-expanded={opened}
              />
              <SiteName />
            </Group>
            <HeaderMenu />
          </Group>
        </AppShell.Header>
        <Navigation />
        <AppShell.Main id="main" ref={main} tabIndex={-1}>
          <Container size="lg" px={0}>
            <Outlet />
          </Container>
          <footer className="footer">
            <Text size="sm">{say('shell.footer')}</Text>
            <a href="/api/docs/">{say('shell.documentation')}</a>
          </footer>
        </AppShell.Main>
      </AppShell>
    </NavigationContext>
  );
}

function SiteName() {
  const site = useSession().data?.site.name;
  return (
    <Text fw={700} truncate>
      {site || 'Muster'}
    </Text>
  );
}

function Navigation() {
  const say = useText();
  const { pathname } = useLocation();
  return (
    <AppShell.Navbar p="sm" aria-label={say('shell.navigation')}>
      {useNavigation().map(({ path, text }) => (
        <NavLink
          key={path}
          component={Link}
          to={path}
          label={say(text)}
          active={pathname === path}
          variant="filled"
        />
      ))}
      <LanguageChooser room="narrow" />
    </AppShell.Navbar>
  );
}

function useOffered() {
  const session = useSession().data;
  return useMemo(
    () =>
      pageRoutes.flatMap(({ path, navigation, can: ability }) => {
        const allowed = ability === 'anything' || (session && can[ability](session));
        return navigation && allowed ? [{ path, text: navigation }] : [];
      }),
    [session],
  );
}
