import { Alert, Stack } from '@mantine/core';
import { useSession } from '../../api/session.ts';
import { useText } from '../../i18n/index.ts';
import { Page as Frame } from '../../ui/Page.tsx';
import { ApiToken } from './ApiToken.tsx';
import { PasswordChange } from './PasswordChange.tsx';
import { SecondFactor } from './SecondFactor.tsx';
import { SignIns } from './SignIns.tsx';

/** What opens the own account: second factor, password, sign-ins, API token. */
export function Page() {
  const say = useText();
  const mustSetUp = useSession().data?.account?.lacksSecondFactor === true;
  return (
    <Frame title={say('account.securityTitle')}>
      <Stack gap="xl" maw={640}>
        {mustSetUp && <Alert color="orange">{say('account.factorDemanded')}</Alert>}
        <SecondFactor />
        <PasswordChange />
        <SignIns />
        <ApiToken />
      </Stack>
    </Frame>
  );
}
