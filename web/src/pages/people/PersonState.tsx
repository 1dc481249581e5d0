import { Button, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, unwrap } from '../../api/client.ts';
import { ProblemError } from '../../api/problem.ts';
import { textIn } from '../../forms/values.ts';
import { useText } from '../../i18n/index.ts';
import { paths } from '../../paths.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { Form, TextField } from '../../ui/Form.tsx';
import { Refused } from '../../ui/States.tsx';
import { personKey, type TaggedPerson } from './answers.ts';

/** Shuts, opens and erases a person. */
export function PersonState({ found }: { readonly found: TaggedPerson }) {
  const say = useText();
  const { may } = found.person;
  return (
    <section aria-labelledby="state">
      <Title order={2} size="h3" id="state">
        {say('people.ends')}
      </Title>
      <Stack align="start" my="md">
        {may.change && <Switch found={found} />}
        {may.erase && <Erase found={found} />}
      </Stack>
    </section>
  );
}

function Switch({ found: { person } }: { readonly found: TaggedPerson }) {
  const say = useText();
  const client = useQueryClient();
  const { uuid, name, username } = person;
  const set = async (isActive: boolean) => {
    const params = { path: { uuid } };
    await unwrap(api.PATCH('/api/v1/people/{uuid}', { params, body: { is_active: isActive } }));
    await client.invalidateQueries({ queryKey: ['people'] });
  };
  const open = useMutation({ mutationFn: () => set(true) });
  if (person.is_active)
    return (
      <ConfirmButton
        label={say('people.deactivate')}
        question={say('people.deactivateQuestion', { name: name || username })}
        act={() => set(false)}
      />
    );
  return (
    <>
      <Button variant="default" loading={open.isPending} onClick={() => open.mutate()}>
        {say('people.reactivate')}
      </Button>
      {open.isError && <Refused error={open.error} />}
    </>
  );
}

function Erase({ found: { person } }: { readonly found: TaggedPerson }) {
  const say = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { uuid, username } = person;
  const submit = async (values: FormData) => {
    if (textIn(values, 'typed').trim() !== username) {
      const message = say('people.eraseMismatch', { username });
      throw new ProblemError({
        title: say('people.eraseNot'),
        status: 0,
        code: 'page',
        errors: [{ pointer: '/typed', message }],
      });
    }
    await unwrap(api.DELETE('/api/v1/people/{uuid}', { params: { path: { uuid } } }));
    await navigate({ to: paths.people });
    client.removeQueries({ queryKey: personKey(uuid) });
    await client.invalidateQueries({ queryKey: ['people', 'list'] });
  };
  return (
    <details>
      <summary>{say('people.erase')}</summary>
      <Text my="sm">{say('people.eraseQuestion')}</Text>
      <Form button={say('people.eraseNow')} submit={submit}>
        <TextField name="typed" label={say('people.eraseType', { username })} autoComplete="off" required />
      </Form>
    </details>
  );
}
