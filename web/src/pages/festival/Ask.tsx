import { Alert, List, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { textIn } from '../../forms/values.ts';
import { useLanguage, useText } from '../../i18n/index.ts';
import { Form, fieldId, useFieldError } from '../../ui/Form.tsx';
import { Loading, Refused } from '../../ui/States.tsx';
import { type City, keyOf, useChange } from './data.ts';
import { FestivalPage } from './FestivalPage.tsx';
import { AreaField, CheckField, textOrNull } from './fields.tsx';
import { festivalPaths as paths } from './paths.ts';
import { fieldTime, saySpan } from './times.ts';

/** Asks an artist and a venue to meet, or writes to the other side. */
export function Page() {
  const say = useText();
  const { artist = '', venue = '' } = useParams({ strict: false });
  const two = useQuery({
    queryKey: keyOf('two', artist, venue),
    queryFn: ({ signal }) =>
      Promise.all([
        unwrap(api.GET('/api/v1/artists/{uuid}', { params: { path: { uuid: artist } }, signal })),
        unwrap(api.GET('/api/v1/venues/{uuid}', { params: { path: { uuid: venue } }, signal })),
      ]),
  });
  const [one, other] = two.data ?? [];
  return (
    <FestivalPage title={say('festival.ask')}>
      {(city) => (
        <Stack maw={640}>
          {two.isPending && <Loading />}
          {two.isError && <Refused error={two.error} retry={() => void two.refetch()} />}
          {one && other && (
            <>
              <Text fw={600}>
                {one.name} – {other.name}
              </Text>
              <Request city={city} artist={artist} venue={venue} />
              <Letter artist={artist} venue={venue} />
            </>
          )}
        </Stack>
      )}
    </FestivalPage>
  );
}

interface Two {
  readonly artist: string;
  readonly venue: string;
}

function Request({ city, artist, venue }: Two & { readonly city: City }) {
  const say = useText();
  const navigate = useNavigate();
  const change = useChange();
  const day = city.current_festival;
  const [start, setStart] = useState(fieldTime(day?.starts_at ?? null, city.time_zone));
  const [end, setEnd] = useState('');
  if (!day) return <Text>{say('festival.noFestival')}</Text>;
  const submit = async (values: FormData) => {
    const body = {
      artist_uuid: artist,
      venue_uuid: venue,
      starts_at: start,
      ends_at: end,
      message: textOrNull(values, 'message'),
      is_lesson: values.has('is_lesson'),
      is_participatory: values.has('is_participatory'),
    };
    const made = await change(unwrap(api.POST('/api/v1/bookings', { body })));
    await navigate({ to: paths.booking(made.uuid) });
  };
  return (
    <Form button={say('festival.sendRequest')} submit={submit}>
      <Moment name="starts_at" label={say('festival.starts')} value={start} set={setStart} />
      <Moment name="ends_at" label={say('festival.ends')} value={end} set={setEnd} />
      <Text size="sm">{say('festival.zone', { zone: city.time_zone })}</Text>
      <Clashes artist={artist} venue={venue} start={start} end={end} zone={city.time_zone} />
      <AreaField name="message" label={say('festival.message')} />
      <CheckField name="is_lesson" label={say('festival.lesson')} value={false} />
      <CheckField name="is_participatory" label={say('festival.participatory')} value={false} />
    </Form>
  );
}

function Moment({
  name,
  label,
  value,
  set,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly set: (value: string) => void;
}) {
  const pointer = `/${name}`;
  return (
    <TextInput
      id={fieldId(pointer)}
      name={name}
      label={label}
      type="datetime-local"
      value={value}
      onChange={(event) => set(event.currentTarget.value)}
      error={useFieldError(pointer)}
      required
      maw={260}
    />
  );
}

/** What stands in the way at that time, before anybody is asked. */
export function Clashes({
  artist,
  venue,
  start,
  end,
  zone,
}: Two & { readonly start: string; readonly end: string; readonly zone: string }) {
  const say = useText();
  const { language } = useLanguage();
  const clashes = useQuery({
    queryKey: keyOf('clashes', artist, venue, start, end),
    queryFn: ({ signal }) => {
      const body = { artist_uuid: artist, venue_uuid: venue, starts_at: start, ends_at: end };
      return unwrap(api.POST('/api/v1/bookings/clashes', { body, signal }));
    },
    enabled: start !== '' && end > start,
    retry: false,
  });
  const found = clashes.data?.items ?? [];
  return (
    <div aria-live="polite">
      {clashes.data && found.length === 0 && <Text>{say('festival.noClash')}</Text>}
      {found.length > 0 && (
        <Alert color="orange" title={say('festival.clash')}>
          <List>
            {found.map((one) => (
              <List.Item key={one.booking_uuid}>
                {say(one.side === 'artist' ? 'festival.artist' : 'festival.venue')}:{' '}
                {saySpan(one, zone, language)}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
    </div>
  );
}

function Letter({ artist, venue }: Two) {
  const say = useText();
  const navigate = useNavigate();
  const change = useChange();
  const submit = async (values: FormData) => {
    const body = { artist_uuid: artist, venue_uuid: venue, body: textIn(values, 'body') };
    const made = await change(unwrap(api.POST('/api/v1/conversations', { body })));
    await navigate({ to: paths.conversation(made.uuid) });
  };
  return (
    <>
      <Title order={2} size="h3">
        {say('festival.writeFirst')}
      </Title>
      <Form button={say('festival.send')} submit={submit}>
        <AreaField name="body" label={say('festival.messageBody')} required />
      </Form>
    </>
  );
}
