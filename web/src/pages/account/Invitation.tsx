import { Button, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { api, unwrap } from '../../api/client.ts';
import { useSession, useSignIn } from '../../api/session.ts';
import { textIn } from '../../forms/values.ts';
import { useLanguage, useText } from '../../i18n/index.ts';
import { paths } from '../../paths.ts';
import { Form, TextField } from '../../ui/Form.tsx';
import { LinkTo } from '../../ui/LinkTo.tsx';
import { Page as Frame } from '../../ui/Page.tsx';
import { Loading, Refused } from '../../ui/States.tsx';

/** What somebody was offered by a letter: accepted with the own account, or with a new one. */
export function Page() {
  const say = useText();
  const { secret = '' } = useParams({ strict: false });
  const session = useSession();
  const invitation = useQuery({
    queryKey: ['invitation', secret],
    queryFn: () => unwrap(api.GET('/api/v1/invitations/{secret}', { params: { path: { secret } } })),
  });
  if (invitation.isPending || session.isPending) return <Loading />;
  const { data } = invitation;
  return (
    <Frame title={say('account.invitationTitle')}>
      {invitation.isError && <Refused error={invitation.error} retry={() => void invitation.refetch()} />}
      {data && (
        <Stack maw={480}>
          <Text>
            {say('account.invitationBody', {
              tenant: data.tenant,
              email: data.email,
              role: say(`account.role_${data.role}`),
            })}
          </Text>
          {!data.is_open && <Text>{say('account.invitationShut')}</Text>}
          {data.is_open && <Accept secret={secret} invited={data} mine={session.data?.account?.email} />}
        </Stack>
      )}
    </Frame>
  );
}

interface Invited {
  readonly email: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly has_account: boolean;
}

function Accept({
  secret,
  invited,
  mine,
}: {
  readonly secret: string;
  readonly invited: Invited;
  readonly mine: string | undefined;
}) {
  const say = useText();
  if (mine !== undefined) return <AcceptSignedIn secret={secret} />;
  if (!invited.has_account) return <AcceptAnew secret={secret} invited={invited} />;
  return (
    <>
      <Text>{say('account.invitationSignIn')}</Text>
      <LinkTo to={paths.signIn}>{say('account.signIn')}</LinkTo>
    </>
  );
}

function AcceptSignedIn({ secret }: { readonly secret: string }) {
  const say = useText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const accept = useMutation({
    mutationFn: () =>
      unwrap(api.POST('/api/v1/invitations/{secret}/accept', { params: { path: { secret } }, body: {} })),
    onSuccess: async () => {
      await client.resetQueries();
      await navigate({ to: paths.home });
    },
  });
  return (
    <>
      {accept.isError && <Refused error={accept.error} />}
      <Button loading={accept.isPending} onClick={() => accept.mutate()} style={{ alignSelf: 'start' }}>
        {say('account.accept')}
      </Button>
    </>
  );
}

function AcceptAnew({ secret, invited }: { readonly secret: string; readonly invited: Invited }) {
  const say = useText();
  const navigate = useNavigate();
  const signIn = useSignIn();
  const { language: locale } = useLanguage();
  const submit = async (values: FormData) => {
    const password = textIn(values, 'password');
    const names = { first_name: textIn(values, 'first_name'), last_name: textIn(values, 'last_name') };
    const body = { ...names, password, locale };
    await unwrap(api.POST('/api/v1/invitations/{secret}/accept', { params: { path: { secret } }, body }));
    const { account } = await signIn.mutateAsync({ login: invited.email, password });
    await navigate({ to: account?.lacksSecondFactor ? paths.security : paths.home });
  };
  return (
    <Form button={say('account.accept')} submit={submit}>
      <TextField
        name="first_name"
        label={say('account.firstName')}
        defaultValue={invited.first_name}
        autoComplete="given-name"
      />
      <TextField
        name="last_name"
        label={say('account.lastName')}
        defaultValue={invited.last_name}
        autoComplete="family-name"
      />
      <TextField
        name="password"
        label={say('account.password')}
        type="password"
        autoComplete="new-password"
        required
      />
    </Form>
  );
}
