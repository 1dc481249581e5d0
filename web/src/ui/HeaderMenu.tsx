import { Button, Group, Menu, NativeSelect } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useSession, useSignOut } from '../api/session.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { languageNames, languages } from '../i18n/language.ts';
import { paths } from '../paths.ts';
import { NotificationBell } from './NotificationBell.tsx';

/** Right in the header: language, notifications, and the person's menu or the way in. */
export function HeaderMenu() {
  const say = useText();
  const account = useSession().data?.account;
  return (
    <Group gap="xs" wrap="nowrap">
      <LanguageChooser />
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

function LanguageChooser() {
  const say = useText();
  const { language, choose } = useLanguage();
  return (
    <NativeSelect
      aria-label={say('shell.language')}
      value={language}
      onChange={(event) => {
        const chosen = languages.find((one) => one === event.currentTarget.value);
        if (chosen) choose(chosen);
      }}
      data={languages.map((value) => ({ value, label: languageNames[value] }))}
    />
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
          {name}
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
