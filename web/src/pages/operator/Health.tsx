import { Alert, Badge, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { useLanguage, useText } from '../../i18n/index.ts';
import { Page as Frame } from '../../ui/Page.tsx';
import { Empty, Loading, Refused } from '../../ui/States.tsx';
import { Facts } from './Facts.tsx';
import { sayBytes, sayMoment } from './times.ts';
import type { Queue, Health as State } from './types.ts';

/** Milliseconds between looks. */
const pace = 10_000;

/** How the installation is: database, worker, letters, disk and the queue. */
export function Page() {
  const say = useText();
  const health = useQuery({
    queryKey: ['health'],
    queryFn: () => unwrap(api.GET('/api/v1/health')),
    refetchInterval: pace,
  });
  const queue = useQuery({
    queryKey: ['queue'],
    queryFn: () => unwrap(api.GET('/api/v1/queue')),
    refetchInterval: pace,
  });
  return (
    <Frame title={say('operator.health')}>
      <Stack gap="xl">
        {health.isPending && <Loading />}
        {health.isError && <Refused error={health.error} retry={() => void health.refetch()} />}
        {health.data && <Parts health={health.data} />}
        {queue.isPending && <Loading />}
        {queue.isError && <Refused error={queue.error} retry={() => void queue.refetch()} />}
        {queue.data && <QueueState queue={queue.data} />}
      </Stack>
    </Frame>
  );
}

function Parts({ health: { is_well, database, worker, letters, disk } }: { readonly health: State }) {
  const say = useText();
  const { language } = useLanguage();
  return (
    <>
      <Alert color={is_well ? 'leaf' : 'red'} role="status">
        {say(is_well ? 'operator.allWell' : 'operator.notWell')}
      </Alert>
      <Part name={say('operator.database')} isWell={database.is_well}>
        <Facts
          facts={[
            ['PostgreSQL', database.version],
            [say('operator.size'), sayBytes(database.bytes, language)],
            [say('operator.tenants'), String(database.tenants)],
          ]}
        />
      </Part>
      <Part name={say('operator.worker')} isWell={worker.is_well}>
        <Facts
          facts={[
            [say('operator.workedAt'), sayMoment(worker.worked_at, language)],
            [say('operator.late'), String(worker.late)],
            [say('operator.failed'), String(worker.failed)],
          ]}
        />
      </Part>
      <Part name={say('operator.letters')} isWell={letters.is_well}>
        <Facts
          facts={[
            [say('operator.waiting'), String(letters.waiting)],
            [say('operator.overdue'), String(letters.overdue)],
            [say('operator.failedToday'), String(letters.failed_today)],
          ]}
        />
      </Part>
      <Part name={say('operator.disk')} isWell={disk.is_well}>
        <Facts
          facts={[
            [say('operator.free'), sayBytes(disk.free, language)],
            [say('operator.inAll'), sayBytes(disk.total, language)],
          ]}
        />
      </Part>
    </>
  );
}

function Part({
  name,
  isWell,
  children,
}: {
  readonly name: string;
  readonly isWell: boolean;
  readonly children: ReactNode;
}) {
  const say = useText();
  return (
    <section>
      <Title order={2} size="h3">
        {name}{' '}
        <Badge color={isWell ? 'leaf' : 'red.9'} variant="filled">
          {say(isWell ? 'operator.well' : 'operator.ill')}
        </Badge>
      </Title>
      {children}
    </section>
  );
}

const columns = ['task', 'waiting', 'running', 'late', 'failed'] as const;

function QueueState({ queue: { tasks, failures } }: { readonly queue: Queue }) {
  const say = useText();
  const { language } = useLanguage();
  return (
    <section>
      <Title order={2} size="h3">
        {say('operator.queue')}
      </Title>
      {tasks.length === 0 && <Empty>{say('operator.queueEmpty')}</Empty>}
      {tasks.length > 0 && (
        // The frame scrolls, so the keyboard must be able to reach it.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region takes the focus
        <section className="table-frame" tabIndex={0} aria-label={say('operator.queue')}>
          <table className="data-table">
            <caption>{say('operator.queue')}</caption>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {say(`operator.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {tasks.map((task) => (
                <tr key={task.task}>
                  {columns.map((column) => (
                    <td key={column} data-label={say(`operator.${column}`)}>
                      {task[column]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {failures.map(({ id, task, attempts, problem, created_at }) => (
        <Text key={id}>
          {say('operator.failure', { task, attempts, problem, at: sayMoment(created_at, language) })}
        </Text>
      ))}
    </section>
  );
}
