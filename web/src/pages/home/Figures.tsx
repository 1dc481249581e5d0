import { NativeSelect, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import type { paths as Routes } from '../../api/schema.generated.ts';
import { useText } from '../../i18n/index.ts';
import { Chart } from '../../ui/Chart.tsx';
import { Empty, Loading, Refused } from '../../ui/States.tsx';
import { everyDay, grouped } from './days.ts';

type Counts = Routes['/api/v1/counts']['get']['responses'][200]['content']['application/json'];

const spans = [7, 30, 90];

/** The figures of a tenant, for those who organise. */
export function Figures() {
  const say = useText();
  const [days, setDays] = useState(30);
  const found = useQuery({
    queryKey: ['counts', days],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/counts', { params: { query: { days } }, signal })),
    placeholderData: keepPreviousData,
  });
  return (
    <section aria-labelledby="figures">
      <Title order={2} size="h3" id="figures">
        {say('home.figures')}
      </Title>
      <Stack my="md">
        <NativeSelect
          maw={240}
          label={say('home.span')}
          value={String(days)}
          onChange={(event) => setDays(Number(event.currentTarget.value))}
          data={spans.map((span) => ({ value: String(span), label: say('home.days', { count: span }) }))}
        />
        {found.isPending && <Loading />}
        {found.isError && <Refused error={found.error} retry={() => void found.refetch()} />}
        {found.data && <Charts counts={found.data} />}
      </Stack>
    </section>
  );
}

function Charts({ counts }: { readonly counts: Counts }) {
  const say = useText();
  const { since, until } = counts;
  const courses = grouped(counts.enrolments, ({ course_key: key }) => key);
  return (
    <Stack gap="xl">
      <People counts={counts} />
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Chart title={say('home.signUps')} kind="bars" points={everyDay(since, until, counts.sign_ups)} />
        <Chart
          title={say('home.registrations')}
          kind="bars"
          points={everyDay(since, until, counts.registrations)}
        />
      </SimpleGrid>
      <Fill counts={counts} />
      <div>
        <Title order={3} size="h4">
          {say('home.enrolments')}
        </Title>
        {courses.size === 0 && <Empty>{say('home.noEnrolments')}</Empty>}
        <SimpleGrid cols={{ base: 1, md: 2 }}>
          {[...courses].map(([key, rows]) => (
            <Chart
              key={key}
              title={say('home.enrolmentsOf', { course: rows[0]?.course_name ?? key })}
              kind="line"
              points={everyDay(since, until, rows)}
            />
          ))}
        </SimpleGrid>
      </div>
    </Stack>
  );
}

function People({ counts: { people } }: { readonly counts: Counts }) {
  const say = useText();
  return (
    <Table captionSide="top" maw={480}>
      <Table.Caption>{say('home.people')}</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{say('home.roleColumn')}</Table.Th>
          <Table.Th scope="col">{say('home.active')}</Table.Th>
          <Table.Th scope="col">{say('home.inactive')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {people.map(({ role, active, inactive }) => (
          <Table.Tr key={role}>
            <Table.Th scope="row">{say(`home.${role}`)}</Table.Th>
            <Table.Td>{active}</Table.Td>
            <Table.Td>{inactive}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** How full each workshop of the events is that are open now. */
function Fill({ counts: { workshops } }: { readonly counts: Counts }) {
  const say = useText();
  const events = grouped(workshops, ({ event_id: id }) => id);
  return (
    <div>
      <Title order={3} size="h4">
        {say('home.fill')}
      </Title>
      {events.size === 0 && <Empty>{say('home.noEvents')}</Empty>}
      {[...events].map(([id, rows]) => (
        <Table captionSide="top" key={id} layout="fixed">
          <Table.Caption>{rows[0]?.event_name}</Table.Caption>
          <Table.Tbody>
            {rows.map(({ id: workshop, title, taken, capacity }) => (
              <Table.Tr key={workshop}>
                <Table.Th scope="row" className="wraps">
                  {title}
                </Table.Th>
                <Table.Td>
                  <progress
                    className="fill"
                    max={Math.max(1, capacity)}
                    value={Math.min(taken, Math.max(1, capacity))}
                    aria-label={title}
                  />
                  <Text size="sm">{say('home.taken', { taken, capacity })}</Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      ))}
    </div>
  );
}
