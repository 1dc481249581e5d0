import { Button, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { useText } from '../../i18n/index.ts';
import { paths } from '../../paths.ts';
import { LinkTo } from '../../ui/LinkTo.tsx';
import { Page as Frame } from '../../ui/Page.tsx';
import { Loading, Refused } from '../../ui/States.tsx';
import { BulkForm, type BulkOrder } from './BulkForm.tsx';
import { BulkJob } from './BulkJob.tsx';
import { BulkResults, changesOf } from './BulkResults.tsx';
import { Done } from './parts.tsx';

/** Many people into or out of courses: first a look at what would happen, then the work. */
export function Page() {
  const say = useText();
  const courses = useQuery({
    queryKey: ['learning', 'all-courses'],
    queryFn: () => unwrap(api.GET('/api/v1/courses', { params: { query: { limit: 200 } } })),
  });
  return (
    <Frame title={say('learning.bulk')}>
      {courses.isPending && <Loading />}
      {courses.isError && <Refused error={courses.error} retry={() => void courses.refetch()} />}
      {courses.data?.items.length === 0 && (
        <Text>
          {say('learning.noCourses')} <LinkTo to={paths.newCourse}>{say('learning.newCourse')}</LinkTo>
        </Text>
      )}
      {courses.data && courses.data.items.length > 0 && <Bulk courses={courses.data.items} />}
    </Frame>
  );
}

function Bulk({ courses }: { readonly courses: readonly { readonly key: string; readonly name: string }[] }) {
  const say = useText();
  const client = useQueryClient();
  const [order, setOrder] = useState<BulkOrder | null>(null);
  const look = useMutation({
    mutationFn: async (body: BulkOrder) => {
      const params = { query: { dry_run: true } };
      const found = await unwrap(api.POST('/api/v1/bulk-enrolments', { params, body }));
      if ('uuid' in found) throw new Error('A look is never a job.');
      return found;
    },
  });
  const work = useMutation({
    mutationFn: (body: BulkOrder) => unwrap(api.POST('/api/v1/bulk-enrolments', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['learning'] }),
  });
  const lookAt = async (wanted: BulkOrder) => {
    work.reset();
    setOrder(wanted);
    await look.mutateAsync(wanted);
  };
  const forget = () => {
    setOrder(null);
    look.reset();
    work.reset();
  };
  return (
    <Stack gap="xl">
      <BulkForm courses={courses} submit={lookAt} changed={forget} />
      {work.isSuccess ? (
        'uuid' in work.data ? (
          <BulkJob uuid={work.data.uuid} />
        ) : (
          <section>
            <Done>{say('learning.results')}</Done>
            <BulkResults found={work.data} id={work.submittedAt} />
          </section>
        )
      ) : (
        look.isSuccess &&
        order && (
          <section>
            <Title order={2} size="h3">
              {say('learning.lookTitle')}
            </Title>
            <Text role="status">{say('learning.nothingChanged')}</Text>
            <BulkResults found={look.data} id={look.submittedAt} />
            {work.isError && <Refused error={work.error} />}
            {changesOf(look.data) === 0 ? (
              <Text mt="md">{say('learning.nothingToDo')}</Text>
            ) : (
              <Button mt="md" loading={work.isPending} onClick={() => work.mutate(order)}>
                {say('learning.doIt', { count: changesOf(look.data) })}
              </Button>
            )}
          </section>
        )
      )}
    </Stack>
  );
}
