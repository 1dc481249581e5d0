import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { api, unwrap } from '../../api/client.ts';
import { useLanguage, useText } from '../../i18n/index.ts';
import { Page as Frame } from '../../ui/Page.tsx';
import { Loading, Refused } from '../../ui/States.tsx';
import { Facts } from './Facts.tsx';
import { operatorPaths } from './paths.ts';
import { sayMoment } from './times.ts';

/** One letter: to whom, whether it left, and sending it again. */
export function Page() {
  const say = useText();
  const { language } = useLanguage();
  const id = useParams({ strict: false }).id ?? '';
  const letter = useQuery({
    queryKey: ['letters', id],
    queryFn: () => unwrap(api.GET('/api/v1/letters/{id}', { params: { path: { id } } })),
  });
  return (
    <Frame title={say('operator.letter')}>
      {letter.isPending && <Loading />}
      {letter.isError && <Refused error={letter.error} retry={() => void letter.refetch()} />}
      {letter.isSuccess && (
        <Stack>
          <Facts
            facts={[
              [say('operator.toAddress'), `${letter.data.to_name} <${letter.data.to_address}>`],
              [say('operator.letterKind'), letter.data.kind],
              [say('operator.state'), say(`operator.letter_${letter.data.state}`)],
              [say('operator.subject'), letter.data.subject ?? '–'],
              [say('operator.written'), sayMoment(letter.data.created_at, language)],
              [say('operator.delivered'), sayMoment(letter.data.delivered_at, language)],
              [say('operator.attempts'), String(letter.data.attempts)],
              [say('operator.nextTry'), sayMoment(letter.data.due_at, language)],
              [say('operator.problem'), letter.data.problem ?? '–'],
            ]}
          />
          <Resend id={id} />
          {letter.data.text !== null && (
            <section>
              <Title order={2} size="h3">
                {say('operator.letterText')}
              </Title>
              <Text
                className="letter-text"
                ff="monospace"
                style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
              >
                {letter.data.text}
              </Text>
            </section>
          )}
        </Stack>
      )}
    </Frame>
  );
}

function Resend({ id }: { readonly id: string }) {
  const say = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const resend = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/letters/{id}/resend', { params: { path: { id } } })),
    onSuccess: async (sent) => {
      await client.invalidateQueries({ queryKey: ['letters'] });
      if (sent.id !== id) await navigate({ to: operatorPaths.letter(sent.id) });
    },
  });
  return (
    <Stack>
      <Button style={{ alignSelf: 'start' }} loading={resend.isPending} onClick={() => resend.mutate()}>
        {say('operator.resend')}
      </Button>
      {resend.isError && <Refused error={resend.error} />}
      {resend.isSuccess && (
        <Alert role="status">{say('operator.resent', { address: resend.data.to_address })}</Alert>
      )}
    </Stack>
  );
}
