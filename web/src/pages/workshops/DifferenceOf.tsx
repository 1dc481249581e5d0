import { Alert, Button, List, Stack, Text, Title } from '@mantine/core';
import { useText } from '../../i18n/index.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import type { Difference } from './events-client.ts';

type Person = Pick<Difference['added'][number], 'full_name' | 'class' | 'target_group'>;

/** What a file would do to the people of an event, or did. @param act does it */
export function DifferenceOf({
  difference,
  busy,
  act,
}: {
  readonly difference: Difference;
  readonly busy: boolean;
  readonly act: () => Promise<void>;
}) {
  const say = useText();
  const { counts, dry_run: isDryRun, added, changed, removed, left_off: leftOff } = difference;
  const isNothing = counts.added + counts.changed + counts.removed === 0;
  return (
    <Stack component="section" aria-labelledby="difference">
      <Title order={2} size="h3" id="difference">
        {say(isDryRun ? 'workshops.wouldDo' : 'workshops.didDo')}
      </Title>
      <Text role="status">{say('workshops.differenceCounts', { ...counts })}</Text>
      <Notes difference={difference} />
      <People title={say('workshops.toAdd', { count: counts.added })} people={added.map(nameOf)} />
      <People
        title={say('workshops.toChange', { count: counts.changed })}
        people={changed.map(({ before, after, is_key_changed: isKeyChanged }) => {
          const to =
            nameOf(after) === nameOf(before) ? nameOf(before) : `${nameOf(before)} → ${nameOf(after)}`;
          return isKeyChanged ? `${to} (${say('workshops.keyChanged')})` : to;
        })}
      />
      <People
        title={say('workshops.toRemove', { count: counts.removed })}
        people={removed.map(
          (one) => `${nameOf(one)} (${say('workshops.choices', { count: one.registrations })})`,
        )}
      />
      {leftOff > 0 && <Text>{say('workshops.leftOff', { count: leftOff })}</Text>}
      {isDryRun && !isNothing && counts.removed === 0 && (
        <Button loading={busy} onClick={() => void act()} style={{ alignSelf: 'start' }}>
          {say('workshops.importDo')}
        </Button>
      )}
      {isDryRun && counts.removed > 0 && (
        <ConfirmButton
          label={say('workshops.importDo')}
          question={say('workshops.importQuestion', {
            count: counts.removed,
            registrations: counts.registrations_removed,
          })}
          act={act}
        />
      )}
    </Stack>
  );
}

/** How the file was read, where that may surprise. */
function Notes({ difference }: { readonly difference: Difference }) {
  const say = useText();
  const { headings, ignored_columns: ignored, skipped_lines: skipped } = difference;
  const notes = [
    ...(headings === 'by_position' ? [say('workshops.byPosition')] : []),
    ...(ignored.length > 0 ? [say('workshops.ignoredColumns', { columns: ignored.join(', ') })] : []),
    ...(skipped.length > 0 ? [say('workshops.skippedLines', { lines: skipped.join(', ') })] : []),
  ];
  if (notes.length === 0) return null;
  return (
    <Alert color="orange" title={say('workshops.notes')}>
      {notes.map((note) => (
        <Text key={note}>{note}</Text>
      ))}
    </Alert>
  );
}

const atFirst = 100;

function People({ title, people }: { readonly title: string; readonly people: readonly string[] }) {
  const say = useText();
  if (people.length === 0) return null;
  return (
    <details open={people.length <= 20}>
      <summary>{title}</summary>
      <List>
        {people.slice(0, atFirst).map((text, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may be named alike, and the list never changes
          <List.Item key={at}>{text}</List.Item>
        ))}
      </List>
      {people.length > atFirst && <Text>{say('workshops.andMore', { count: people.length - atFirst })}</Text>}
    </details>
  );
}

function nameOf({ full_name: name, class: className, target_group: group }: Person): string {
  return [name, className, group].filter((part) => part !== null && part !== '').join(', ');
}
