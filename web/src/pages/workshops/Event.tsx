import { Group, Stack, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { api, unwrap } from '../../api/client.ts';
import { asProblem, ProblemError } from '../../api/problem.ts';
import { textIn } from '../../forms/values.ts';
import { useText } from '../../i18n/index.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { Form, TextField } from '../../ui/Form.tsx';
import { EventFiles } from './EventFiles.tsx';
import { EventFill } from './EventFill.tsx';
import { EventFrame } from './EventFrame.tsx';
import { EventSettings } from './EventSettings.tsx';
import { type EventForm, useRefresh } from './events-client.ts';
import { workshopsPaths as paths } from './paths.ts';

/** One event: how full it is, its files, its times, and what may be done with the whole of it. */
export function Page() {
  return (
    <EventFrame part="overview">
      {(event) => (
        <Stack gap="xl">
          <EventFill event={event} />
          <EventFiles event={event} />
          <EventSettings event={event} />
          <WholeEvent event={event} />
        </Stack>
      )}
    </EventFrame>
  );
}

function WholeEvent({ event }: { readonly event: EventForm }) {
  const say = useText();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const path = { id: event.id };
  const copy = async (values: FormData) => {
    const body = { name: textIn(values, 'name') };
    const { id } = await unwrap(api.POST('/api/v1/events/{id}/copy', { params: { path }, body })).catch(
      atCopy,
    );
    await refresh();
    await navigate({ to: paths.event(id) });
  };
  const change = async (body: { is_archived: boolean; forget_participants?: boolean }) => {
    await unwrap(api.PATCH('/api/v1/events/{id}', { params: { path }, body }));
    await refresh();
  };
  const remove = async () => {
    await unwrap(api.DELETE('/api/v1/events/{id}', { params: { path } }));
    await navigate({ to: paths.events });
    await refresh();
  };
  return (
    <section aria-labelledby="whole-event">
      <Title order={2} size="h3" id="whole-event" mb="sm">
        {say('workshops.wholeEvent')}
      </Title>
      <Stack>
        <Form button={say('workshops.copy')} submit={copy}>
          <TextField
            name="name"
            pointer="/copy"
            label={say('workshops.copyName')}
            maxLength={80}
            maw={420}
            required
          />
        </Form>
        <Group>
          {event.is_archived ? (
            <ConfirmButton
              label={say('workshops.unarchive')}
              question={say('workshops.unarchiveQuestion')}
              act={() => change({ is_archived: false })}
            />
          ) : (
            <ConfirmButton
              label={say('workshops.archive')}
              question={say('workshops.archiveQuestion')}
              act={() => change({ is_archived: true })}
            />
          )}
          <ConfirmButton
            label={say('workshops.forget')}
            question={say('workshops.forgetQuestion')}
            act={() => change({ is_archived: true, forget_participants: true })}
          />
          <ConfirmButton
            label={say('workshops.remove')}
            question={say('workshops.removeQuestion', { name: event.name })}
            act={remove}
          />
        </Group>
      </Stack>
    </section>
  );
}

/** The event's own name stands on this page too: what is wrong with that of the copy is told at its field. */
function atCopy(error: unknown): never {
  const { message: title, status, code, requestId, errors } = asProblem(error);
  const moved = errors.map((one) => (one.pointer === '/name' ? { ...one, pointer: '/copy' } : one));
  throw new ProblemError({ title, status, code, requestId, errors: moved });
}
