import { Anchor, Stack, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { textIn } from '../../forms/values.ts';
import { useText } from '../../i18n/index.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Form, TextField } from '../../ui/Form.tsx';
import { Page as Frame } from '../../ui/Page.tsx';
import { type Certificate, Done, pageOf, useDay } from './parts.tsx';

/** Certificates: issued, listed, revoked. */
export function Page() {
  const say = useText();
  return (
    <Frame title={say('learning.certificates')}>
      <Stack gap="xl">
        <Listed />
        <Issue />
      </Stack>
    </Frame>
  );
}

function Listed() {
  const say = useText();
  const day = useDay();
  return (
    <DataTable<Certificate>
      caption={say('learning.certificates')}
      queryKey={['learning', 'certificates']}
      rowKey={({ uuid }) => uuid}
      load={({ cursor, signal }) =>
        unwrap(api.GET('/api/v1/certificates', { params: { query: pageOf(cursor) }, signal }))
      }
      columns={[
        { header: say('learning.person'), cell: ({ person }) => person.name || person.username },
        { header: say('learning.course'), cell: (one) => one.course_name },
        { header: say('learning.grade'), cell: ({ grade }) => grade },
        { header: say('learning.completed'), cell: (one) => day(one.completed_at) },
        {
          header: say('learning.state'),
          cell: (one) =>
            one.revoked_at === null ? (
              <Anchor underline="always" href={new URL(one.url).pathname}>
                {say('learning.valid')}
              </Anchor>
            ) : (
              say('learning.revoked')
            ),
        },
        { header: say('learning.actions'), cell: (one) => <Revoke certificate={one} /> },
      ]}
    />
  );
}

function Revoke({ certificate: { uuid, person, revoked_at } }: { readonly certificate: Certificate }) {
  const say = useText();
  const client = useQueryClient();
  if (revoked_at !== null) return null;
  return (
    <ConfirmButton
      label={say('learning.revoke')}
      question={say('learning.revokeQuestion', { person: person.name || person.username })}
      act={async () => {
        await unwrap(api.DELETE('/api/v1/certificates/{uuid}', { params: { path: { uuid } } }));
        await client.invalidateQueries({ queryKey: ['learning', 'certificates'] });
      }}
    />
  );
}

function Issue() {
  const say = useText();
  const client = useQueryClient();
  const [isDone, setDone] = useState(false);
  const submit = async (values: FormData) => {
    setDone(false);
    const [course, email, grade] = ['course', 'email', 'grade'].map((name) => textIn(values, name));
    await unwrap(
      api.POST('/api/v1/certificates', {
        body: { course: course ?? '', email: email ?? '', grade: grade ?? '' },
      }),
    );
    setDone(true);
    await client.invalidateQueries({ queryKey: ['learning', 'certificates'] });
  };
  return (
    <section>
      <Title order={2} size="h3" mb="sm">
        {say('learning.issue')}
      </Title>
      {isDone && <Done>{say('learning.issued')}</Done>}
      <Form button={say('learning.issueButton')} submit={submit}>
        <TextField name="course" label={say('learning.key')} required maw={420} />
        <TextField name="email" label={say('learning.email')} required maw={420} />
        <TextField name="grade" label={say('learning.grade')} required maw={280} />
      </Form>
    </section>
  );
}
