import { Anchor, Stack, TextInput, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { textIn } from '../../forms/values.ts';
import { useText } from '../../i18n/index.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { Form, TextField } from '../../ui/Form.tsx';
import { Page as Frame } from '../../ui/Page.tsx';
import { type Certificate, type Course, Done, type Enrolment, pageOf, useDay } from './parts.tsx';

/** What may be joined, what I am in, and what I have finished. */
export function Page() {
  const say = useText();
  return (
    <Frame title={say('learning.courses')}>
      <Stack gap="xl">
        <Redeem />
        <Mine />
        <MyCertificates />
        <Catalogue />
      </Stack>
    </Frame>
  );
}

function Redeem() {
  const say = useText();
  const client = useQueryClient();
  const [entered, setEntered] = useState<string | null>(null);
  const submit = async (values: FormData) => {
    setEntered(null);
    const body = { code: textIn(values, 'code') };
    const { course } = await unwrap(api.POST('/api/v1/redemptions', { body }));
    setEntered(course.name);
    await client.invalidateQueries({ queryKey: ['learning'] });
  };
  return (
    <section>
      <Title order={2} size="h3" mb="sm">
        {say('learning.redeemTitle')}
      </Title>
      {entered !== null && <Done>{say('learning.redeemed', { course: entered })}</Done>}
      <Form button={say('learning.redeem')} submit={submit}>
        <TextField
          name="code"
          label={say('learning.code')}
          required
          maw={320}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
        />
      </Form>
    </section>
  );
}

function Mine() {
  const say = useText();
  const day = useDay();
  return (
    <DataTable<Enrolment>
      caption={say('learning.mine')}
      queryKey={['learning', 'mine']}
      rowKey={({ id }) => String(id)}
      load={({ cursor, signal }) =>
        unwrap(api.GET('/api/v1/me/enrolments', { params: { query: pageOf(cursor) }, signal }))
      }
      columns={[
        {
          header: say('learning.course'),
          cell: (one) => <About course={one.course} name={one.course_name} />,
        },
        { header: say('learning.since'), cell: (one) => day(one.created_at) },
        {
          header: say('learning.state'),
          cell: (one) => say(one.is_active ? 'learning.active' : 'learning.ended'),
        },
      ]}
    />
  );
}

function MyCertificates() {
  const say = useText();
  const day = useDay();
  return (
    <DataTable<Certificate>
      caption={say('learning.myCertificates')}
      queryKey={['learning', 'my-certificates']}
      rowKey={({ uuid }) => uuid}
      load={({ cursor, signal }) =>
        unwrap(api.GET('/api/v1/me/certificates', { params: { query: pageOf(cursor) }, signal }))
      }
      columns={[
        {
          header: say('learning.course'),
          cell: (one) => (
            <Anchor underline="always" href={new URL(one.url).pathname}>
              {one.course_name}
            </Anchor>
          ),
        },
        { header: say('learning.grade'), cell: (one) => one.grade },
        { header: say('learning.completed'), cell: (one) => day(one.completed_at) },
      ]}
    />
  );
}

function Catalogue() {
  const say = useText();
  const [search, setSearch] = useState('');
  return (
    <section>
      <TextInput
        type="search"
        label={say('learning.search')}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        maw={320}
        mb="sm"
      />
      <DataTable<Course>
        caption={say('learning.coursesCaption')}
        queryKey={['learning', 'courses', search]}
        rowKey={({ key }) => key}
        load={({ cursor, signal }) =>
          unwrap(api.GET('/api/v1/courses', { params: { query: { ...pageOf(cursor), search } }, signal }))
        }
        columns={[
          { header: say('learning.course'), cell: (one) => <About course={one.key} name={one.name} /> },
          { header: say('learning.admission'), cell: (one) => say(`learning.${one.admission}`) },
          {
            header: say('learning.places'),
            cell: ({ free }) => (free === null ? '' : say('learning.placesFree', { free })),
          },
        ]}
      />
    </section>
  );
}

/** A link to the public page about a course, which the server makes. */
function About({ course, name }: { readonly course: string; readonly name: string }) {
  return (
    <Anchor underline="always" href={`/courses/${encodeURIComponent(course)}/about`}>
      {name}
    </Anchor>
  );
}
