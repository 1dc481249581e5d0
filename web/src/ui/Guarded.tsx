import { type ReactNode, Suspense } from 'react';
import { useSession } from '../api/session.ts';
import { type Ability, can as abilities } from '../can.ts';
import { useText } from '../i18n/index.ts';
import { paths } from '../paths.ts';
import { LinkTo } from './LinkTo.tsx';
import { Page } from './Page.tsx';
import { Loading, Refused } from './States.tsx';

/** Shows a page to those it is for; the server judges every request of it again. */
export function Guarded({ can, children }: { readonly can: Ability; readonly children: ReactNode }) {
  const say = useText();
  const session = useSession();
  const page = <Suspense fallback={<Loading />}>{children}</Suspense>;
  if (can === 'anything') return page;
  if (session.isPending) return <Loading />;
  if (session.isError) return <Refused error={session.error} retry={() => void session.refetch()} />;
  if (abilities[can](session.data)) return page;
  if (session.data.account) return <Page title={say('shell.refused')}>{say('shell.forbidden')}</Page>;
  return (
    <Page title={say('shell.signedOutTitle')}>
      <LinkTo to={paths.signIn}>{say('shell.signIn')}</LinkTo>
    </Page>
  );
}
