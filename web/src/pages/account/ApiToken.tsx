import { Alert, Button, Code, Group, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.ts';
import { useLanguage, useText } from '../../i18n/index.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { Loading, Refused } from '../../ui/States.tsx';
import { CopyText } from './CopyText.tsx';
import { Section } from './Section.tsx';
import { sayWhen } from './when.ts';

const key = ['me', 'api-token'];

/** The API token of the person: made, replaced, ended; told once. */
export function ApiToken() {
  const say = useText();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: key });
  const token = useQuery({ queryKey: key, queryFn: () => unwrap(api.GET('/api/v1/me/api-token')) });
  const make = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/me/api-token')),
    onSuccess: refresh,
  });
  const end = async () => {
    await unwrap(api.DELETE('/api/v1/me/api-token'));
    make.reset();
    await refresh();
  };
  const since = token.data?.created_at ?? null;
  return (
    <Section title={say('account.apiToken')}>
      <Text>{say('account.apiTokenBody')}</Text>
      {token.isPending && <Loading />}
      {token.isError && <Refused error={token.error} retry={() => void token.refetch()} />}
      {make.isError && <Refused error={make.error} />}
      {make.data && <Told token={make.data.token} />}
      {token.data && (
        <>
          <State since={since} />
          <Group>
            {since === null ? (
              <Button loading={make.isPending} onClick={() => make.mutate()}>
                {say('account.makeToken')}
              </Button>
            ) : (
              <>
                <ConfirmButton
                  label={say('account.replaceToken')}
                  question={say('account.replaceTokenQuestion')}
                  act={() => make.mutateAsync()}
                />
                <ConfirmButton
                  label={say('account.endToken')}
                  question={say('account.endTokenQuestion')}
                  act={end}
                />
              </>
            )}
          </Group>
        </>
      )}
    </Section>
  );
}

function State({ since }: { readonly since: string | null }) {
  const say = useText();
  const { language } = useLanguage();
  if (since === null) return <Text>{say('account.noToken')}</Text>;
  return <Text>{say('account.tokenSince', { when: sayWhen(language, since) })}</Text>;
}

function Told({ token }: { readonly token: string }) {
  const say = useText();
  return (
    <Alert role="status" title={say('account.toldOnce')}>
      <Code block>{token}</Code>
      <CopyText text={token} />
    </Alert>
  );
}
