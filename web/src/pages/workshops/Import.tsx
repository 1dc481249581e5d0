import './workshops.css';
import { FileInput, Progress, Radio, Stack, Text } from '@mantine/core';
import { type DragEvent, useState } from 'react';
import { asProblem, type ProblemError } from '../../api/problem.ts';
import { useText } from '../../i18n/index.ts';
import { LinkTo } from '../../ui/LinkTo.tsx';
import { DifferenceOf } from './DifferenceOf.tsx';
import { EventFrame } from './EventFrame.tsx';
import { type Difference, type EventForm, sendPeople, useRefresh } from './events-client.ts';
import { ImportFaults } from './ImportFaults.tsx';
import { workshopsPaths as paths } from './paths.ts';

type Mode = 'add' | 'replace';

/** Brings a file of people into an event: dropped or chosen, shown as what it would do, then done. */
export function Page() {
  return <EventFrame part="import">{(event) => <ImportPeople event={event} />}</EventFrame>;
}

function ImportPeople({ event: { id, is_archived: isArchived } }: { readonly event: EventForm }) {
  const say = useText();
  const refresh = useRefresh();
  const [file, setFile] = useState<File | null>(null);
  const [mode, setMode] = useState<Mode>('add');
  const [difference, setDifference] = useState<Difference | null>(null);
  const [problem, setProblem] = useState<ProblemError | null>(null);
  const [busy, setBusy] = useState(false);

  const run = async (sent: File, wanted: Mode, isDryRun: boolean) => {
    setBusy(true);
    setProblem(null);
    try {
      setDifference(await sendPeople(id, sent, { isDryRun, mode: wanted }));
      if (!isDryRun) await refresh();
    } catch (error) {
      setDifference(null);
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  const take = (taken: File | null, wanted: Mode = mode) => {
    setFile(taken);
    setMode(wanted);
    setDifference(null);
    setProblem(null);
    if (taken) void run(taken, wanted, true);
  };

  if (isArchived) return <Text>{say('workshops.importArchived')}</Text>;
  const isDone = difference?.dry_run === false;
  return (
    <Stack>
      <Text>{say('workshops.importHint')}</Text>
      <Radio.Group
        label={say('workshops.importMode')}
        value={mode}
        onChange={(value) => take(isDone ? null : file, value === 'replace' ? 'replace' : 'add')}
      >
        <Radio value="add" label={say('workshops.importAdd')} mt="xs" />
        <Radio value="replace" label={say('workshops.importReplace')} mt="xs" />
      </Radio.Group>
      <DropZone file={file} take={take} />
      {busy && (
        <div role="status">
          <Text>{say('workshops.importBusy')}</Text>
          <Progress value={100} animated aria-label={say('workshops.importBusy')} />
        </div>
      )}
      {problem && <ImportFaults problem={problem} />}
      {difference && (
        <DifferenceOf
          difference={difference}
          busy={busy}
          act={() => (file ? run(file, mode, false) : Promise.resolve())}
        />
      )}
      {isDone && <LinkTo to={paths.eventParticipants(id)}>{say('workshops.participants')}</LinkTo>}
    </Stack>
  );
}

function DropZone({
  file,
  take,
}: {
  readonly file: File | null;
  readonly take: (file: File | null) => void;
}) {
  const say = useText();
  const [over, setOver] = useState(false);
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0] ?? null);
  };
  return (
    // Dropping is for the mouse; the input within does the same by keyboard.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div
      className="drop-zone"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <FileInput
        label={say('workshops.importFile')}
        description={say('workshops.importDrop')}
        placeholder={say('workshops.importChoose')}
        accept=".csv,.txt,text/csv,text/plain"
        value={file}
        onChange={take}
        clearable
        clearButtonProps={{ 'aria-label': say('workshops.importClear') }}
      />
    </div>
  );
}
