import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { textIn } from '../../forms/values.ts';
import { useLanguage, useText } from '../../i18n/index.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { Form, TextField } from '../../ui/Form.tsx';
import { Empty, Loading, Refused } from '../../ui/States.tsx';
import { type City, type Festival, keyOf, useChange } from './data.ts';
import { FestivalPage } from './FestivalPage.tsx';
import { TimeField, textOrNull } from './fields.tsx';
import { fieldTime, saySpan } from './times.ts';

/** The festivals of the city: added, launched, their deadlines. */
export function Page() {
  const say = useText();
  return (
    <FestivalPage title={say('festival.festivals')} office>
      {(city) => <Festivals city={city} />}
    </FestivalPage>
  );
}

function Festivals({ city }: { readonly city: City }) {
  const say = useText();
  const change = useChange();
  const [made, setMade] = useState(0);
  // One form at a time: two of them would share the ids of their fields.
  const [edited, setEdited] = useState<string | null>(null);
  const found = useQuery({
    queryKey: keyOf('festivals'),
    queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/festivals', { signal }))).items,
  });
  if (found.isPending) return <Loading />;
  if (found.isError) return <Refused error={found.error} retry={() => void found.refetch()} />;
  const add = async (values: FormData) => {
    await change(
      unwrap(api.POST('/api/v1/festivals', { body: { ...readFestival(values), is_draft: true } })),
    );
    setMade(made + 1);
  };
  return (
    <Stack maw={640}>
      <Text size="sm">{say('festival.zone', { zone: city.time_zone })}</Text>
      {found.data.length === 0 && <Empty />}
      {found.data.map((one) => (
        <One
          key={`${one.uuid} ${one.etag}`}
          one={one}
          zone={city.time_zone}
          isEdited={edited === one.uuid}
          edit={(isEdited) => setEdited(isEdited ? one.uuid : null)}
        />
      ))}
      {edited === null && (
        <>
          <Title order={2} size="h3">
            {say('festival.newFestival')}
          </Title>
          <Form key={made} button={say('festival.addDraft')} submit={add}>
            <Fields zone={city.time_zone} />
          </Form>
        </>
      )}
    </Stack>
  );
}

function One({
  one,
  zone,
  isEdited,
  edit,
}: {
  readonly one: Festival;
  readonly zone: string;
  readonly isEdited: boolean;
  readonly edit: (isEdited: boolean) => void;
}) {
  const say = useText();
  const { language } = useLanguage();
  const change = useChange();
  const params = { path: { uuid: one.uuid } };
  return (
    <Paper withBorder p="md">
      <Group justify="space-between">
        <Title order={2} size="h4">
          {one.name}
        </Title>
        <Badge variant="outline">
          {say(one.launched_at === null ? 'festival.draft' : 'festival.launched')}
        </Badge>
      </Group>
      <Text>{saySpan(one, zone, language)}</Text>
      {one.launched_at === null && (
        <ConfirmButton
          label={say('festival.launch')}
          question={say('festival.launchQuestion', { name: one.name })}
          act={() => change(unwrap(api.POST('/api/v1/festivals/{uuid}/launch', { params })))}
        />
      )}
      <Button
        variant="default"
        aria-expanded={isEdited}
        aria-label={`${say('festival.change')}: ${one.name}`}
        onClick={() => edit(!isEdited)}
      >
        {say('festival.change')}
      </Button>
      {isEdited && (
        <Form
          button={say('festival.save')}
          submit={async (values) => {
            const headers = { 'if-match': one.etag };
            const body = readFestival(values);
            await unwrap(api.PATCH('/api/v1/festivals/{uuid}', { params, body, headers }));
            edit(false);
            await change(Promise.resolve());
          }}
        >
          <Fields present={one} zone={zone} />
        </Form>
      )}
    </Paper>
  );
}

function Fields({ present, zone }: { readonly present?: Festival; readonly zone: string }) {
  const say = useText();
  const at = (moment: string | null | undefined) => fieldTime(moment ?? null, zone);
  return (
    <>
      <TextField name="name" label={say('festival.name')} defaultValue={present?.name ?? ''} />
      <TimeField name="starts_at" label={say('festival.starts')} value={at(present?.starts_at)} required />
      <TimeField name="ends_at" label={say('festival.ends')} value={at(present?.ends_at)} required />
      <TimeField
        name="registration_closes_at"
        label={say('festival.registrationCloses')}
        value={at(present?.registration_closes_at)}
      />
      <TimeField
        name="matchmaking_closes_at"
        label={say('festival.matchmakingCloses')}
        value={at(present?.matchmaking_closes_at)}
      />
    </>
  );
}

function readFestival(values: FormData) {
  const name = textOrNull(values, 'name');
  return {
    ...(name !== null && { name }),
    starts_at: textIn(values, 'starts_at'),
    ends_at: textIn(values, 'ends_at'),
    registration_closes_at: textOrNull(values, 'registration_closes_at'),
    matchmaking_closes_at: textOrNull(values, 'matchmaking_closes_at'),
  };
}
