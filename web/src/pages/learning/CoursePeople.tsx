import { Button, Checkbox, Stack, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { textIn } from '../../forms/values.ts';
import { useText } from '../../i18n/index.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Form, TextField } from '../../ui/Form.tsx';
import { Refused } from '../../ui/States.tsx';
import { CourseFrame } from './CourseFrame.tsx';
import { Choice, type Course, Done, type Enrolment, pageOf, Switch, useDay } from './parts.tsx';

/** Who is in a course; one comes in, one leaves. */
export function Page() {
  return (
    <CourseFrame part="people">
      {(course) => (
        <Stack gap="xl">
          <People course={course} />
          <EnrolOne course={course} />
        </Stack>
      )}
    </CourseFrame>
  );
}

function People({ course }: { readonly course: Course }) {
  const say = useText();
  const day = useDay();
  const [isActive, setActive] = useState(true);
  return (
    <section>
      <Checkbox
        label={say('learning.onlyActive')}
        checked={isActive}
        onChange={(event) => setActive(event.currentTarget.checked)}
        mb="sm"
      />
      <DataTable<Enrolment>
        caption={say('learning.people')}
        queryKey={['learning', 'people', course.key, isActive]}
        rowKey={({ id }) => String(id)}
        load={({ cursor, signal }) =>
          unwrap(
            api.GET('/api/v1/courses/{key}/enrolments', {
              params: {
                path: { key: course.key },
                query: { ...pageOf(cursor), ...(isActive && { is_active: true }) },
              },
              signal,
            }),
          )
        }
        columns={[
          { header: say('learning.person'), cell: ({ person }) => person.name || person.username },
          { header: say('learning.address'), cell: ({ person }) => person.email },
          { header: say('learning.mode'), cell: ({ mode }) => mode },
          { header: say('learning.since'), cell: (one) => day(one.created_at) },
          { header: say('learning.actions'), cell: (one) => <Act enrolment={one} /> },
        ]}
      />
    </section>
  );
}

function Act({ enrolment: { id, is_active, person } }: { readonly enrolment: Enrolment }) {
  const say = useText();
  const client = useQueryClient();
  const set = useMutation({
    mutationFn: (isActive: boolean) =>
      unwrap(
        api.PATCH('/api/v1/enrolments/{id}', { params: { path: { id } }, body: { is_active: isActive } }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['learning'] }),
  });
  if (is_active)
    return (
      <ConfirmButton
        label={say('learning.end')}
        question={say('learning.endQuestion', { person: person.name || person.username })}
        act={() => set.mutateAsync(false)}
      />
    );
  return (
    <>
      <Button variant="default" loading={set.isPending} onClick={() => set.mutate(true)}>
        {say('learning.takeUp')}
      </Button>
      {set.isError && <Refused error={set.error} />}
    </>
  );
}

function EnrolOne({ course }: { readonly course: Course }) {
  const say = useText();
  const client = useQueryClient();
  const [done, setDone] = useState<string | null>(null);
  const submit = async (values: FormData) => {
    setDone(null);
    const [email, mode] = [textIn(values, 'email'), textIn(values, 'mode')];
    const made = await unwrap(
      api.POST('/api/v1/enrolments', {
        body: {
          ...{ course: course.key, email, notify: values.has('notify'), force: values.has('force') },
          ...(mode !== '' && { mode }),
        },
      }),
    );
    const said = 'is_pending' in made ? 'learning.pending' : 'learning.enrolled';
    setDone(say(said, { person: email }));
    await client.invalidateQueries({ queryKey: ['learning'] });
  };
  return (
    <section>
      <Title order={2} size="h3" mb="sm">
        {say('learning.enrolOne')}
      </Title>
      {done !== null && <Done>{done}</Done>}
      <Form button={say('learning.enrol')} submit={submit}>
        <TextField name="email" label={say('learning.email')} required maw={420} />
        <Choice
          name="mode"
          label={say('learning.mode')}
          options={[
            { value: '', label: say('learning.usualMode') },
            ...course.modes.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
        />
        <Switch name="notify" label={say('learning.notify')} />
        <Switch name="force" label={say('learning.force')} />
      </Form>
    </section>
  );
}
