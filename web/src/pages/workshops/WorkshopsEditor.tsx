import './workshops.css';
import { Button, Stack, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { useText } from '../../i18n/index.ts';
import { Form } from '../../ui/Form.tsx';
import { Empty } from '../../ui/States.tsx';
import {
  addWorkshop,
  afterSave,
  beginFrom,
  changeWorkshop,
  type Edit,
  linksOf,
  moveWorkshop,
  removeWorkshop,
  workshopsOf,
} from './drafts.ts';
import { EditWarnings } from './EditWarnings.tsx';
import { fromVersion, isStale, useRefresh, type Warning } from './events-client.ts';
import { Stale } from './Stale.tsx';
import { WorkshopCard } from './WorkshopCard.tsx';

interface Asked {
  readonly warnings: readonly Warning[];
  readonly answer: (goOn: boolean) => void;
}

/** Edits the whole list at once. What is written here stays until it is saved, whatever others do meanwhile. */
export function WorkshopsEditor({ eventId, begin }: { readonly eventId: number; readonly begin: Edit }) {
  const say = useText();
  const refresh = useRefresh();
  const [touched, setEdit] = useState<Edit | null>(null);
  // What the server has by now, until somebody begins to write.
  const edit = touched ?? begin;
  const [asked, setAsked] = useState<Asked | null>(null);
  const [stale, setStale] = useState(false);
  const [said, setSaid] = useState('');
  const made = useRef(0);
  const params = { path: { id: eventId } };

  const askAbout = (warnings: readonly Warning[]) =>
    new Promise<boolean>((answer) => setAsked({ warnings, answer })).finally(() => setAsked(null));

  const saveAll = async () => {
    const asSent = { body: { workshops: workshopsOf(edit) }, headers: fromVersion(edit.version) };
    const rehearsed = { ...params, query: { dry_run: true } };
    const path = '/api/v1/events/{id}/workshops';
    const { warnings } = await unwrap(api.PUT(path, { params: rehearsed, ...asSent }));
    if (warnings.length > 0 && !(await askAbout(warnings))) return;
    const { event } = await unwrap(api.PUT(path, { params, ...asSent }));
    const saved = afterSave(edit, event);
    setEdit(saved);
    const links = linksOf(saved);
    if (JSON.stringify(links) !== saved.savedLinks) {
      const headers = fromVersion(saved.version);
      await unwrap(api.PUT('/api/v1/events/{id}/links', { params, body: { links }, headers }));
      // Links are an edit of the event like any other.
      setEdit({ ...saved, version: saved.version + 1, savedLinks: JSON.stringify(links) });
    }
    setSaid(say('workshops.saved'));
    await refresh();
  };

  const submit = async () => {
    setSaid('');
    setStale(false);
    try {
      await saveAll();
    } catch (error) {
      if (!isStale(error)) throw error;
      setStale(true);
    }
  };

  const reload = async () => {
    const [event, { links }] = await Promise.all([
      unwrap(api.GET('/api/v1/events/{id}', { params })),
      unwrap(api.GET('/api/v1/events/{id}/links', { params })),
    ]);
    setEdit(beginFrom(event, links));
    setStale(false);
    await refresh();
  };

  const move = (from: number, to: number) => {
    const title = edit.workshops[from]?.title ?? '';
    setEdit(moveWorkshop(edit, from, to));
    setSaid(say('workshops.moved', { title, place: to + 1, all: edit.workshops.length }));
  };

  return (
    <Stack>
      <Text>{say('workshops.editorHint')}</Text>
      {stale && <Stale reload={() => void reload()} />}
      <Text role="status">{said}</Text>
      <Form button={say('workshops.save')} submit={submit}>
        {edit.workshops.length === 0 && <Empty>{say('workshops.noWorkshops')}</Empty>}
        <ol className="workshop-list">
          {edit.workshops.map((workshop, at) => (
            <WorkshopCard
              key={workshop.key}
              edit={edit}
              at={at}
              change={(change) => setEdit(changeWorkshop(edit, workshop.key, change))}
              changeLinks={(links) => setEdit({ ...edit, links })}
              move={move}
              remove={() => setEdit(removeWorkshop(edit, workshop.key))}
            />
          ))}
        </ol>
        <Button
          variant="default"
          onClick={() => {
            made.current += 1;
            setEdit(addWorkshop(edit, made.current));
          }}
        >
          {say('workshops.addWorkshop')}
        </Button>
      </Form>
      {asked && <EditWarnings warnings={asked.warnings} answer={asked.answer} />}
    </Stack>
  );
}
