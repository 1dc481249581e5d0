import { NativeSelect, Progress, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { useLanguage, useText } from '../../i18n/index.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Page as Frame } from '../../ui/Page.tsx';
import { Loading, Refused } from '../../ui/States.tsx';
import { Facts } from './Facts.tsx';
import { sayMoment } from './times.ts';
import type { JobRow, Job as Shown } from './types.ts';

/** Milliseconds between looks at a job that is not over. */
const pace = 1000;

/** One job: how far it is, what came of each row, and cancelling it. */
export function Page() {
  const say = useText();
  const uuid = useParams({ strict: false }).uuid ?? '';
  const job = useQuery({
    queryKey: ['jobs', uuid],
    queryFn: () => unwrap(api.GET('/api/v1/jobs/{uuid}', { params: { path: { uuid } } })),
    refetchInterval: ({ state }) => (state.data && state.data.ended_at !== null ? false : pace),
  });
  return (
    <Frame title={job.data ? say('operator.jobTitle', { kind: job.data.kind }) : say('operator.job')}>
      {job.isPending && <Loading />}
      {job.isError && <Refused error={job.error} retry={() => void job.refetch()} />}
      {job.data && (
        <Stack>
          <State job={job.data} />
          <Rows job={job.data} />
        </Stack>
      )}
    </Frame>
  );
}

function State({ job }: { readonly job: Shown }) {
  const say = useText();
  const { language } = useLanguage();
  const client = useQueryClient();
  const cancel = async () => {
    await unwrap(api.POST('/api/v1/jobs/{uuid}/cancel', { params: { path: { uuid: job.uuid } } }));
    await client.invalidateQueries({ queryKey: ['jobs'] });
  };
  const share = job.total === null || job.total === 0 ? null : (100 * job.done) / job.total;
  const progress =
    job.total === null
      ? say('operator.doneSoFar', { done: job.done })
      : say('operator.doneOf', { done: job.done, total: job.total });
  return (
    <Stack>
      <Text role="status">
        {say(`operator.job_${job.state}`)}: {progress}
        {job.is_cancelling && ` – ${say('operator.cancelling')}`}
      </Text>
      {share !== null && (
        <Progress.Root size="lg">
          <Progress.Section value={share} aria-label={say('operator.progress')} />
        </Progress.Root>
      )}
      {job.problem && <Text c="red">{job.problem.title}</Text>}
      <Facts
        facts={[
          [say('operator.begunBy'), job.author],
          [say('operator.begun'), sayMoment(job.created_at, language)],
          [say('operator.ended'), sayMoment(job.ended_at, language)],
          ...Object.entries(job.outcomes).map(([outcome, count]) => [outcome, String(count)] as const),
        ]}
      />
      {job.ended_at === null && !job.is_cancelling && (
        <ConfirmButton
          label={say('operator.cancelJob')}
          question={say('operator.cancelQuestion')}
          act={cancel}
        />
      )}
    </Stack>
  );
}

function Rows({ job }: { readonly job: Shown }) {
  const say = useText();
  const [outcome, setOutcome] = useState('');
  return (
    <section>
      <Title order={2} size="h3" mb="sm">
        {say('operator.rows')}
      </Title>
      <NativeSelect
        mb="sm"
        label={say('operator.outcome')}
        value={outcome}
        onChange={({ currentTarget }) => setOutcome(currentTarget.value)}
        data={[{ value: '', label: say('operator.all') }, ...Object.keys(job.outcomes)]}
      />
      <DataTable<JobRow>
        caption={say('operator.rows')}
        // What came of the rows is read anew once the job is over.
        queryKey={['jobs', job.uuid, 'rows', outcome, job.ended_at]}
        rowKey={({ number }) => String(number)}
        columns={[
          { header: say('operator.number'), cell: ({ number }) => number },
          { header: say('operator.about'), cell: ({ subject }) => subject },
          { header: say('operator.target'), cell: ({ target }) => target ?? '–' },
          {
            header: say('operator.outcome'),
            cell: (row) => row.message ?? row.outcome ?? say('operator.notYet'),
          },
        ]}
        load={({ cursor, signal }) => {
          const query = { ...(cursor !== null && { cursor }), ...(outcome !== '' && { outcome }) };
          const params = { path: { uuid: job.uuid }, query };
          return unwrap(api.GET('/api/v1/jobs/{uuid}/rows', { params, signal }));
        }}
      />
    </section>
  );
}
