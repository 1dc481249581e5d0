import { ActionIcon, Button, Group, Menu, NativeSelect } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useSession, useSignOut } from '../api/session.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { languageNames, languages } from '../i18n/language.ts';
import { paths } from '../paths.ts';

/** Right in the header: language, notifications, and the person's menu or the way in. */
export function HeaderMenu() {
  const say = useText();
  const account = useSession().data?.account;
  return (
    <Group gap="xs" wrap="nowrap">
      <LanguageChooser />
      {account ? (
        <>
          <ActionIcon variant="subtle" size="lg" aria-label={say('shell.notifications')} disabled>
            <Bell />
          </ActionIcon>
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
        <Menu.Item onClick={() => void leave()}>{say('shell.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Bell() {
  return (
    <svg
      viewBox="0 0 24 24"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      aria-hidden="true"
    >
      <path d="M6 10a6 6 0 0 1 12 0c0 6 2 7 2 7H4s2-1 2-7M10 20a2 2 0 0 0 4 0" />
    </svg>
  );
}
