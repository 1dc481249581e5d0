import { Button, Group, NativeSelect, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { useText } from '../../i18n/index.ts';
import { paths } from '../../paths.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { LinkTo } from '../../ui/LinkTo.tsx';
import { Page as Frame } from '../../ui/Page.tsx';
import { Loading, Refused } from '../../ui/States.tsx';
import { downloadBatch } from './download-batch.ts';
import { type Batch, type Code, Done, pageOf, useDay } from './parts.tsx';

/** The codes of one batch: who redeemed them, cancelling, copying, a file. */
export function Page() {
  const say = useText();
  const day = useDay();
  const { uuid = '' } = useParams({ strict: false });
  const batch = useQuery({
    queryKey: ['learning', 'batch', uuid],
    queryFn: () => unwrap(api.GET('/api/v1/code-batches/{uuid}', { params: { path: { uuid } } })),
  });
  if (batch.isPending) return <Loading />;
  if (batch.isError)
    return (
      <Frame title={say('learning.codes')}>
        <Refused error={batch.error} retry={() => void batch.refetch()} />
      </Frame>
    );
  const { course, created_at } = batch.data;
  return (
    <Frame title={say('learning.batch', { date: day(created_at) })}>
      <Stack>
        <LinkTo to={paths.courseCodes(course)}>{course}</LinkTo>
        <Actions batch={batch.data} />
        <Codes uuid={uuid} />
      </Stack>
    </Frame>
  );
}

function Actions({ batch: { uuid } }: { readonly batch: Batch }) {
  const say = useText();
  const copy = useMutation({
    mutationFn: async () => {
      const codes = await openCodesOf(uuid);
      await navigator.clipboard.writeText(codes.join('\n'));
      return codes.length;
    },
  });
  const file = useMutation({ mutationFn: () => downloadBatch(uuid) });
  return (
    <>
      <Group>
        <Button variant="default" loading={copy.isPending} onClick={() => copy.mutate()}>
          {say('learning.copy')}
        </Button>
        <Button variant="default" loading={file.isPending} onClick={() => file.mutate()}>
          {say('learning.csv')}
        </Button>
      </Group>
      {copy.isSuccess && <Done>{say('learning.copied', { count: copy.data })}</Done>}
      {copy.isError && <Refused error={copy.error} />}
      {file.isError && <Refused error={file.error} />}
    </>
  );
}

async function openCodesOf(batch: string): Promise<string[]> {
  const codes: string[] = [];
  let cursor: string | null = null;
  do {
    const query: { batch: string; state: 'open'; limit: number; cursor?: string } = {
      ...{ batch, state: 'open', limit: 200 },
      ...pageOf(cursor),
    };
    const page: { items: Code[]; next: string | null } = await unwrap(
      api.GET('/api/v1/enrolment-codes', { params: { query } }),
    );
    codes.push(...page.items.map(({ code }) => code));
    cursor = page.next;
  } while (cursor !== null);
  return codes;
}

const states = ['open', 'redeemed', 'cancelled'] as const;
const stateTexts = {
  open: 'learning.stateOpen',
  redeemed: 'learning.stateRedeemed',
  cancelled: 'learning.stateCancelled',
} as const;

function Codes({ uuid }: { readonly uuid: string }) {
  const say = useText();
  const [state, setState] = useState<(typeof states)[number] | undefined>(undefined);
  return (
    <>
      <NativeSelect
        label={say('learning.state')}
        value={state ?? ''}
        onChange={(event) => setState(states.find((one) => one === event.currentTarget.value))}
        data={[
          { value: '', label: say('learning.anyState') },
          ...states.map((one) => ({ value: one, label: say(stateTexts[one]) })),
        ]}
        maw={280}
      />
      <DataTable<Code>
        caption={say('learning.codes')}
        queryKey={['learning', 'codes', uuid, state]}
        rowKey={({ id }) => String(id)}
        load={({ cursor, signal }) => {
          const query = { ...pageOf(cursor), batch: uuid, ...(state && { state }) };
          return unwrap(api.GET('/api/v1/enrolment-codes', { params: { query }, signal }));
        }}
        columns={[
          { header: say('learning.code'), cell: ({ code }) => <code>{code}</code> },
          { header: say('learning.state'), cell: (one) => say(stateTexts[one.state]) },
          { header: say('learning.redeemedBy'), cell: (one) => one.redeemed_by ?? '' },
          { header: say('learning.actions'), cell: (one) => <Act code={one} /> },
        ]}
      />
    </>
  );
}

function Act({ code: { id, code, state } }: { readonly code: Code }) {
  const say = useText();
  const client = useQueryClient();
  const set = async (wanted: 'open' | 'cancelled') => {
    await unwrap(
      api.PATCH('/api/v1/enrolment-codes/{id}', { params: { path: { id } }, body: { state: wanted } }),
    );
    await client.invalidateQueries({ queryKey: ['learning'] });
  };
  return (
    <Group gap="xs">
      {state !== 'cancelled' && (
        <ConfirmButton
          label={say('learning.cancelCode')}
          question={say('learning.cancelQuestion', { code })}
          act={() => set('cancelled')}
        />
      )}
      {state !== 'open' && (
        <ConfirmButton
          label={say('learning.restoreCode')}
          question={say('learning.restoreQuestion', { code })}
          act={() => set('open')}
        />
      )}
    </Group>
  );
}
