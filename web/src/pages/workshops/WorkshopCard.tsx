import { Button, Group, Paper, SimpleGrid, Text, Textarea, Title } from '@mantine/core';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { fieldId, TextField, useFieldError } from '../../ui/Form.tsx';
import type { Draft, DraftLink, Edit } from './drafts.ts';
import { WorkshopLinks } from './WorkshopLinks.tsx';

interface WorkshopCardProps {
  readonly edit: Edit;
  /** Its place in the list, from 0. */
  readonly at: number;
  readonly change: (change: Partial<Draft>) => void;
  readonly changeLinks: (links: readonly DraftLink[]) => void;
  readonly move: (from: number, to: number) => void;
  readonly remove: () => void;
}

const dragged = 'application/x-muster-workshop';

/** One workshop of the list. It is put elsewhere by dragging its handle or by its buttons. */
export function WorkshopCard({ edit, at, change, changeLinks, move, remove }: WorkshopCardProps) {
  const say = useText();
  const [over, setOver] = useState(false);
  const workshop = edit.workshops[at];
  if (!workshop) return null;
  const title = workshop.title.trim() || say('workshops.untitled', { place: at + 1 });
  const dropped = (event: DragEvent) => {
    setOver(false);
    const from = event.dataTransfer.getData(dragged);
    if (from === '') return;
    event.preventDefault();
    move(Number(from), at);
  };
  return (
    <Paper
      component="li"
      withBorder
      p="md"
      mb="md"
      className={over ? 'workshop-over' : ''}
      onDragOver={(event: DragEvent) => {
        if (!event.dataTransfer.types.includes(dragged)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
    >
      <Group justify="space-between" mb="sm">
        <Group>
          <span
            className="workshop-handle"
            draggable
            aria-hidden
            onDragStart={({ dataTransfer }) => {
              dataTransfer.setData(dragged, String(at));
              dataTransfer.effectAllowed = 'move';
            }}
          >
            ⠿
          </span>
          <Title order={2} size="h4">
            {title}
          </Title>
        </Group>
        <Moves title={title} at={at} all={edit.workshops.length} move={move} remove={remove} />
      </Group>
      <Fields workshop={workshop} at={at} change={change} />
      <WorkshopLinks edit={edit} workshop={workshop} title={title} change={changeLinks} />
    </Paper>
  );
}

function Moves({
  title,
  at,
  all,
  move,
  remove,
}: Pick<WorkshopCardProps, 'at' | 'move' | 'remove'> & { readonly title: string; readonly all: number }) {
  const say = useText();
  const pressed = useRef<HTMLButtonElement | null>(null);
  // The list was drawn anew around the button: it keeps the focus, so that one may press it again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only after a move
  useEffect(() => {
    if (pressed.current?.disabled === false) pressed.current.focus();
    pressed.current = null;
  }, [at]);
  const step = (by: number, button: HTMLButtonElement) => {
    pressed.current = button;
    move(at, at + by);
  };
  return (
    <Group gap="xs">
      <Button
        size="compact-md"
        variant="default"
        disabled={at === 0}
        aria-label={say('workshops.moveUp', { title })}
        onClick={({ currentTarget }) => step(-1, currentTarget)}
      >
        ↑
      </Button>
      <Button
        size="compact-md"
        variant="default"
        disabled={at === all - 1}
        aria-label={say('workshops.moveDown', { title })}
        onClick={({ currentTarget }) => step(1, currentTarget)}
      >
        ↓
      </Button>
      <Button
        size="compact-md"
        variant="outline"
        color="red"
        aria-label={say('workshops.removeWorkshop', { title })}
        onClick={remove}
      >
        ×
      </Button>
    </Group>
  );
}

function Fields({
  workshop,
  at,
  change,
}: { readonly workshop: Draft } & Pick<WorkshopCardProps, 'at' | 'change'>) {
  const say = useText();
  const field = (name: 'title' | 'moment' | 'target_group' | 'capacity') => ({
    name: `${workshop.key}-${name}`,
    pointer: `/workshops/${at}/${name}`,
    label: say(`workshops.${name}`),
    value: workshop[name],
    onChange: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) =>
      change({ [name]: currentTarget.value }),
  });
  const description = `/workshops/${at}/description`;
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextField {...field('title')} maxLength={80} required />
        <TextField {...field('moment')} description={say('workshops.momentHint')} maxLength={80} required />
        <TextField {...field('target_group')} description={say('workshops.groupHint')} maxLength={1000} />
        <TextField
          {...field('capacity')}
          description={say('workshops.takenNow', { count: workshop.taken })}
          type="number"
          min={0}
          step={1}
          required
        />
      </SimpleGrid>
      <Textarea
        mt="sm"
        id={fieldId(description)}
        label={say('workshops.description')}
        rows={2}
        maxLength={20_000}
        value={workshop.description}
        onChange={({ currentTarget }) => change({ description: currentTarget.value })}
        error={useFieldError(description)}
      />
      <FieldFault pointer={`/workshops/${at}/id`} />
    </>
  );
}

/** What the server said to something that has no input. */
function FieldFault({ pointer }: { readonly pointer: string }) {
  const said = useFieldError(pointer);
  return said === null ? null : (
    <Text id={fieldId(pointer)} c="red">
      {said}
    </Text>
  );
}
