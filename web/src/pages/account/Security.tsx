import { Alert, Stack } from '@mantine/core';
import { useSession } from '../../api/session.ts';
import { can } from '../../can.ts';
import { useText } from '../../i18n/index.ts';
import { Page as Frame } from '../../ui/Page.tsx';
import { ApiToken } from './ApiToken.tsx';
import { PasswordChange } from './PasswordChange.tsx';
import { SecondFactor } from './SecondFactor.tsx';
import { SignIns } from './SignIns.tsx';
import { StaffFactor } from './StaffFactor.tsx';

/** What opens the own account: second factor, password, sign-ins, API token. */
export function Page() {
  const say = useText();
  const session = useSession().data;
  const mustSetUp = session?.account?.lacksSecondFactor === true;
  const isOffered = session !== undefined && !mustSetUp && can.demandSecondFactor(session);
  return (
    <Frame title={say('account.securityTitle')}>
      <Stack gap="xl" maw={640}>
        {mustSetUp && <Alert variant="default">{say('account.factorDemanded')}</Alert>}
        <SecondFactor />
        <PasswordChange />
        <SignIns />
        <ApiToken />
        {isOffered && <StaffFactor />}
      </Stack>
    </Frame>
  );
}
