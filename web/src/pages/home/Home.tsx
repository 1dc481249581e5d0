import { List, Stack, Text, Title } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { type Session, useSession } from '../../api/session.ts';
import { can } from '../../can.ts';
import { useText } from '../../i18n/index.ts';
import { paths } from '../../paths.ts';
import { LinkTo } from '../../ui/LinkTo.tsx';
import { useNavigation } from '../../ui/navigation.ts';
import { Page as Frame } from '../../ui/Page.tsx';
import { Loading, Refused } from '../../ui/States.tsx';
import { DemoOffer } from '../operator/DemoOffer.tsx';

// Charts are for organisers: nobody else loads them.
const Figures = lazy(async () => ({ default: (await import('./Figures.tsx')).Figures }));

/** Who one is here, and what one may do. */
export function Page() {
  const say = useText();
  const session = useSession();
  if (session.isPending) return <Loading />;
  const title = say('home.title', { site: session.data?.site.name || 'Muster' });
  return (
    <Frame title={title}>
      {session.isError ? (
        <Refused error={session.error} retry={() => void session.refetch()} />
      ) : (
        <Welcome session={session.data} />
      )}
    </Frame>
  );
}

function Welcome({ session }: { readonly session: Session }) {
  const say = useText();
  const offered = useNavigation().filter((page) => page.path !== paths.home);
  const { account } = session;
  if (!account) {
    return (
      <Stack>
        <Text>{say('home.signedOut')}</Text>
        <LinkTo to={paths.signIn}>{say('shell.signIn')}</LinkTo>
      </Stack>
    );
  }
  const { name, username, email, role } = account;
  return (
    <Stack>
      <Text>{say('home.signedIn', { name, username, email })}</Text>
      <Text>{say('home.role', { role: say(`home.${role}`) })}</Text>
      {can.operate(session) && <DemoOffer />}
      {offered.length > 0 && <Title order={2}>{say('home.pages')}</Title>}
      <List>
        {offered.map(({ path, text }) => (
          <List.Item key={path}>
            <LinkTo to={path}>{say(text)}</LinkTo>
          </List.Item>
        ))}
      </List>
      {can.readPeople(session) && (
        <Suspense fallback={<Loading />}>
          <Figures />
        </Suspense>
      )}
    </Stack>
  );
}
