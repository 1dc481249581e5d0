import { Button, Group, Stack, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.ts';
import { textIn } from '../../forms/values.ts';
import { useText } from '../../i18n/index.ts';
import { paths } from '../../paths.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { Form, TextField } from '../../ui/Form.tsx';
import { LinkTo } from '../../ui/LinkTo.tsx';
import { CourseFrame } from './CourseFrame.tsx';
import { downloadBatch } from './download-batch.ts';
import { type Batch, Choice, type Course, pageOf, useDay } from './parts.tsx';

/** The batches of enrolment codes of a course. */
export function Page() {
  return (
    <CourseFrame part="codes">
      {(course) => (
        <Stack gap="xl">
          <Batches course={course} />
          <MakeBatch course={course} />
        </Stack>
      )}
    </CourseFrame>
  );
}

function Batches({ course }: { readonly course: Course }) {
  const say = useText();
  const day = useDay();
  return (
    <DataTable<Batch>
      caption={say('learning.batches')}
      queryKey={['learning', 'batches', course.key]}
      rowKey={({ uuid }) => uuid}
      load={({ cursor, signal }) =>
        unwrap(
          api.GET('/api/v1/code-batches', {
            params: { query: { ...pageOf(cursor), course: course.key } },
            signal,
          }),
        )
      }
      columns={[
        { header: say('learning.made'), cell: (one) => day(one.created_at) },
        { header: say('learning.mode'), cell: ({ mode }) => mode },
        { header: say('learning.openCodes'), cell: ({ open }) => open },
        { header: say('learning.redeemedCodes'), cell: ({ redeemed }) => redeemed },
        { header: say('learning.cancelledCodes'), cell: ({ cancelled }) => cancelled },
        {
          header: say('learning.actions'),
          cell: ({ uuid }) => (
            <Group gap="xs">
              <LinkTo to={paths.codeBatch(uuid)}>{say('learning.showCodes')}</LinkTo>
              <Button variant="default" size="compact-sm" onClick={() => void downloadBatch(uuid)}>
                {say('learning.csv')}
              </Button>
            </Group>
          ),
        },
      ]}
    />
  );
}

function MakeBatch({ course }: { readonly course: Course }) {
  const say = useText();
  const client = useQueryClient();
  const submit = async (values: FormData) => {
    const mode = textIn(values, 'mode');
    const body = {
      course: course.key,
      count: Number(textIn(values, 'count')),
      ...(mode !== '' && { mode }),
    };
    await unwrap(api.POST('/api/v1/code-batches', { body }));
    await client.invalidateQueries({ queryKey: ['learning', 'batches'] });
  };
  return (
    <section>
      <Title order={2} size="h3" mb="sm">
        {say('learning.makeBatch')}
      </Title>
      <Form button={say('learning.make')} submit={submit}>
        <TextField
          name="count"
          type="number"
          label={say('learning.count')}
          defaultValue={10}
          min={1}
          max={10_000}
          required
          maw={280}
        />
        <Choice
          name="mode"
          label={say('learning.mode')}
          options={[
            { value: '', label: say('learning.usualMode') },
            ...course.modes.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
        />
      </Form>
    </section>
  );
}
