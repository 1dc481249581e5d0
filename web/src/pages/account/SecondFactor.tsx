import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { textIn } from '../../forms/values.ts';
import { useLanguage, useText } from '../../i18n/index.ts';
import { Form, TextField } from '../../ui/Form.tsx';
import { Loading, Refused } from '../../ui/States.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import { Section } from './Section.tsx';
import { SetUp } from './SetUp.tsx';
import { sayWhen } from './when.ts';

const key = ['me', 'totp'];

/** Sets the second factor up, shows how it stands, switches it off. */
export function SecondFactor() {
  const say = useText();
  const client = useQueryClient();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const state = useQuery({ queryKey: key, queryFn: () => unwrap(api.GET('/api/v1/me/totp')) });
  const refresh = async () => {
    await client.invalidateQueries({ queryKey: key });
    await client.invalidateQueries({ queryKey: ['session'] });
  };
  const finish = async (made: readonly string[]) => {
    setCodes(made);
    await refresh();
  };
  const end = async () => {
    setCodes(null);
    await refresh();
  };
  return (
    <Section title={say('account.factor')}>
      <Text>{say('account.factorBody')}</Text>
      {state.isPending && <Loading />}
      {state.isError && <Refused error={state.error} retry={() => void state.refetch()} />}
      {codes && <RecoveryCodes codes={codes} />}
      {state.data && (state.data.is_on ? <On state={state.data} end={end} /> : <Off finish={finish} />)}
    </Section>
  );
}

function Off({ finish }: { readonly finish: (codes: readonly string[]) => Promise<void> }) {
  const say = useText();
  const begin = useMutation({ mutationFn: () => unwrap(api.POST('/api/v1/me/totp')), gcTime: 0 });
  if (begin.data) return <SetUp begun={begin.data} finish={finish} />;
  return (
    <>
      {begin.isError && <Refused error={begin.error} />}
      <Group>
        <Button loading={begin.isPending} onClick={() => begin.mutate()}>
          {say('account.setUp')}
        </Button>
      </Group>
    </>
  );
}

interface On {
  readonly since: string | null;
  readonly recovery_codes_left: number;
}

function On({ state, end }: { readonly state: On; readonly end: () => Promise<void> }) {
  const say = useText();
  const { language } = useLanguage();
  const [isEnding, setEnding] = useState(false);
  const submit = async (values: FormData) => {
    const body = { password: textIn(values, 'password'), code: textIn(values, 'code') };
    await unwrap(api.DELETE('/api/v1/me/totp', { body }));
    await end();
  };
  return (
    <>
      <Text>
        {say('account.factorOn', { when: state.since === null ? '' : sayWhen(language, state.since) })}
      </Text>
      <Text>{say('account.codesLeft', { count: state.recovery_codes_left })}</Text>
      {isEnding ? (
        <Form button={say('account.switchOff')} submit={submit}>
          <Text>{say('account.switchOffBody')}</Text>
          <TextField
            name="password"
            label={say('account.password')}
            type="password"
            autoComplete="current-password"
            required
          />
          <TextField
            name="code"
            label={say('account.code')}
            description={say('account.codeHelp')}
            autoComplete="one-time-code"
            required
          />
        </Form>
      ) : (
        <Group>
          <Button color="red" variant="outline" onClick={() => setEnding(true)}>
            {say('account.switchOff')}
          </Button>
        </Group>
      )}
    </>
  );
}
