import { Button, Group, Menu, Text } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useSession, useSignOut } from '../api/session.ts';
import { useText } from '../i18n/index.ts';
import { paths } from '../paths.ts';
import { LanguageChooser } from './LanguageChooser.tsx';
import { NotificationBell } from './NotificationBell.tsx';

/** Right in the header: language where there is room, notifications, and the person's menu or the way in. */
export function HeaderMenu() {
  const say = useText();
  const account = useSession().data?.account;
  return (
    <Group gap="xs" wrap="nowrap">
      <LanguageChooser room="wide" />
      {account ? (
        <>
          <NotificationBell />
          <PersonMenu name={account.name || account.username} />
        </>
      ) : (
        <Button component={Link} to={paths.signIn} size="sm">
          {say('shell.signIn')}
        </Button>
      )}
    </Group>
  );
}

function PersonMenu({ name }: { readonly name: string }) {
  const say = useText();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const leave = async () => {
    await signOut.mutateAsync();
    await navigate({ to: paths.signIn });
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" size="compact-md" maw={{ base: 96, xs: 160 }}>
          <Text span inherit truncate>
            {name}
          </Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to={paths.account}>
          {say('shell.account')}
        </Menu.Item>
        <Menu.Item component={Link} to={paths.security}>
          {say('shell.security')}
        </Menu.Item>
        <Menu.Item onClick={() => void leave()}>{say('shell.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
