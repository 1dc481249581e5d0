import { Progress, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.ts';
import type { paths as routes } from '../../api/schema.generated.ts';
import { useText } from '../../i18n/index.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Loading, Refused } from '../../ui/States.tsx';
import { Done, pageOf } from './parts.tsx';

type Job = routes['/api/v1/jobs/{uuid}']['get']['responses'][200]['content']['application/json'];
type Row =
  routes['/api/v1/jobs/{uuid}/rows']['get']['responses'][200]['content']['application/json']['items'][number];

/** A bulk order that is done by batches: how far it is, cancelling it, and what came of each row. */
export function BulkJob({ uuid }: { readonly uuid: string }) {
  const job = useQuery({
    queryKey: ['learning', 'job', uuid],
    queryFn: () => unwrap(api.GET('/api/v1/jobs/{uuid}', { params: { path: { uuid } } })),
    refetchInterval: ({ state }) => (state.data?.ended_at ? false : 1000),
  });
  if (job.isPending) return <Loading />;
  if (job.isError) return <Refused error={job.error} retry={() => void job.refetch()} />;
  return (
    <Stack>
      <HowFar job={job.data} />
      {job.data.ended_at === null ? <Cancel uuid={uuid} /> : <Rows uuid={uuid} />}
    </Stack>
  );
}

function HowFar({ job: { state, done, total, problem } }: { readonly job: Job }) {
  const say = useText();
  if (state === 'done') return <Done>{say('learning.jobDone')}</Done>;
  if (state === 'cancelled') return <Done>{say('learning.jobCancelled')}</Done>;
  if (state === 'failed')
    return <Text role="alert">{say('learning.jobFailed', { why: problem?.title ?? '' })}</Text>;
  const all = total ?? 0;
  const label = say('learning.jobRunning', { done, total: all });
  return (
    <>
      <Text role="status">{label}</Text>
      <Progress value={all === 0 ? 0 : (100 * done) / all} aria-label={label} />
      <Text>{say('learning.jobWaiting')}</Text>
    </>
  );
}

function Cancel({ uuid }: { readonly uuid: string }) {
  const say = useText();
  const client = useQueryClient();
  return (
    <ConfirmButton
      label={say('learning.jobCancel')}
      question={say('learning.jobCancelQuestion')}
      act={async () => {
        await unwrap(api.POST('/api/v1/jobs/{uuid}/cancel', { params: { path: { uuid } } }));
        await client.invalidateQueries({ queryKey: ['learning', 'job', uuid] });
      }}
    />
  );
}

/** The job's words for what the pages say of a call. */
const outcomes = {
  enrolled: 'learning.was_enrolled',
  allowed: 'learning.was_pending',
  unenrolled: 'learning.was_ended',
  unchanged: 'learning.was_unchanged',
  invalid: 'learning.was_unknown',
  full: 'learning.was_full',
  closed: 'learning.was_closed',
  erased: 'learning.was_erased',
} as const;

function Rows({ uuid }: { readonly uuid: string }) {
  const say = useText();
  const worded = ({ outcome }: Row) => {
    const known = Object.entries(outcomes).find(([word]) => word === outcome);
    return known ? say(known[1]) : (outcome ?? '');
  };
  return (
    <DataTable<Row>
      caption={say('learning.results')}
      queryKey={['learning', 'job-rows', uuid]}
      rowKey={({ number }) => String(number)}
      load={({ cursor, signal }) => {
        const params = { path: { uuid }, query: { ...pageOf(cursor), limit: 200 } };
        return unwrap(api.GET('/api/v1/jobs/{uuid}/rows', { params, signal }));
      }}
      columns={[
        { header: say('learning.identifier'), cell: ({ subject }) => subject },
        { header: say('learning.course'), cell: ({ target }) => target ?? '' },
        { header: say('learning.outcome'), cell: worded },
      ]}
    />
  );
}
