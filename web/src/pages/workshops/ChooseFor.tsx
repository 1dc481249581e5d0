import { Alert, Checkbox, Fieldset, Radio, Text } from '@mantine/core';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { useLanguage, useText } from '../../i18n/index.ts';
import { Form, fieldId, useFieldError } from '../../ui/Form.tsx';
import { type Choice, useRefresh } from './events-client.ts';

type Moment = Choice['moments'][number];

/** Chooses for a participant: also while the event is closed and, with a word, beyond the places. */
export function ChooseFor({ choice }: { readonly choice: Choice }) {
  const say = useText();
  const { language } = useLanguage();
  const refresh = useRefresh();
  const [chosen, setChosen] = useState<readonly number[]>(choice.workshop_ids);
  const [force, setForce] = useState(false);
  const [said, setSaid] = useState('');
  const params = { path: { id: choice.participant.id } };

  const submit = async () => {
    setSaid('');
    if (chosen.length > 0) {
      const body = { workshop_ids: [...chosen], force };
      const headers = { 'accept-language': language };
      await unwrap(api.PUT('/api/v1/participants/{id}/choice', { params, body, headers }));
    } else await giveUpAll();
    setSaid(say('workshops.saved'));
    await refresh();
  };
  /** What must be taken together goes together, so that what is left is asked for each time. */
  const giveUpAll = async () => {
    for (let [first] = choice.workshop_ids; first !== undefined; ) {
      const path = { ...params.path, workshop_id: first };
      await unwrap(api.DELETE('/api/v1/participants/{id}/choice/{workshop_id}', { params: { path } }));
      [first] = (await unwrap(api.GET('/api/v1/participants/{id}/choice', { params }))).workshop_ids;
    }
  };
  const pick = (moment: Moment, id: number | null) => {
    const here = new Set(moment.workshops.map((workshop) => workshop.id));
    setChosen([...chosen.filter((one) => !here.has(one)), ...(id === null ? [] : [id])]);
  };

  return (
    <>
      {choice.problems.length > 0 && (
        <Alert color="orange" title={say('workshops.flagged')}>
          {choice.problems.map(({ workshop_id: id, code, message }) => (
            <Text key={`${id} ${code}`}>{message}</Text>
          ))}
        </Alert>
      )}
      <Form button={say('workshops.saveChoice')} submit={submit}>
        {choice.moments.map((moment) => (
          <MomentChoice key={moment.name} moment={moment} chosen={chosen} pick={(id) => pick(moment, id)} />
        ))}
        <Checkbox
          label={say('workshops.force')}
          description={say('workshops.forceHint')}
          checked={force}
          onChange={({ currentTarget }) => setForce(currentTarget.checked)}
        />
      </Form>
      <Text role="status">{said}</Text>
    </>
  );
}

function MomentChoice({
  moment,
  chosen,
  pick,
}: {
  readonly moment: Moment;
  readonly chosen: readonly number[];
  readonly pick: (id: number | null) => void;
}) {
  const say = useText();
  const name = `moment-${moment.workshops[0]?.id}`;
  const isNothing = !moment.workshops.some(({ id }) => chosen.includes(id));
  return (
    <Fieldset legend={moment.name}>
      <Radio
        name={name}
        label={say('workshops.nothing')}
        checked={isNothing}
        onChange={() => pick(null)}
        mb="xs"
      />
      {moment.workshops.map((workshop) => (
        <WorkshopRadio
          key={workshop.id}
          name={name}
          workshop={workshop}
          at={chosen.indexOf(workshop.id)}
          pick={() => pick(workshop.id)}
        />
      ))}
    </Fieldset>
  );
}

function WorkshopRadio({
  name,
  workshop: { id, title, free, capacity, is_for_group: isForGroup },
  at,
  pick,
}: {
  readonly name: string;
  readonly workshop: Moment['workshops'][number];
  /** Its place in the choice; -1: not chosen. */
  readonly at: number;
  readonly pick: () => void;
}) {
  const say = useText();
  const pointer = `/workshop_ids/${at}`;
  const error = useFieldError(pointer);
  const places = say('workshops.freeOf', { free, capacity });
  return (
    <Radio
      id={at === -1 ? `workshop-${id}` : fieldId(pointer)}
      name={name}
      label={title}
      description={isForGroup ? places : `${places}. ${say('workshops.otherGroup')}`}
      checked={at !== -1}
      onChange={pick}
      error={at === -1 ? null : error}
      mb="xs"
    />
  );
}
