import { companionsOf, excludedBy, freeOf } from './judge.ts';
import { listOf, useSpeech } from './language.ts';
import type { Choice, Seats, Workshop } from './types.ts';

interface Props {
  readonly moment: Choice['moments'][number];
  readonly choice: Choice;
  readonly seats: Seats | null;
  /** The whole choice as it stands on the page. */
  readonly wanted: readonly number[];
  /** What is wrong with a workshop of it. */
  readonly sentences: (id: number) => readonly string[];
  readonly onChoose: (id: number | null) => void;
}

/** The workshops of one moment, of which one or none is chosen. */
export function MomentField(props: Props) {
  const { moment, choice, wanted, onChoose } = props;
  const { say } = useSpeech();
  const name = `moment-${choice.moments.indexOf(moment)}`;
  const isNothing = !moment.workshops.some(({ id }) => wanted.includes(id));
  return (
    <fieldset disabled={!choice.event.is_open}>
      <legend>{moment.name === '' ? say('noMoment') : moment.name}</legend>
      {moment.workshops.map((workshop) => (
        <Option key={workshop.id} {...props} workshop={workshop} name={name} />
      ))}
      <div className="option">
        <input
          type="radio"
          name={name}
          id={`${name}-nothing`}
          checked={isNothing}
          onChange={() => onChoose(null)}
        />
        <label htmlFor={`${name}-nothing`}>{say('nothing')}</label>
      </div>
    </fieldset>
  );
}

function Option({
  workshop,
  name,
  choice,
  seats,
  wanted,
  sentences,
  onChoose,
}: Props & { readonly workshop: Workshop; readonly name: string }) {
  const { id, title, description } = workshop;
  const isChosen = wanted.includes(id);
  const isHad = choice.workshop_ids.includes(id);
  const isShut = freeOf(workshop, seats) === 0 || !workshop.is_for_group;
  const wrong = isChosen ? sentences(id) : [];
  const own = `workshop-${id}`;
  return (
    <div className={isChosen ? 'option chosen' : 'option'}>
      <input
        type="radio"
        name={name}
        id={own}
        checked={isChosen}
        disabled={isShut && !isChosen && !isHad}
        aria-describedby={`${own}-about ${own}-wrong`}
        onChange={() => onChoose(id)}
      />
      <label htmlFor={own}>{title}</label>
      <div id={`${own}-about`}>
        <Places workshop={workshop} seats={seats} isHad={isHad} />
        {description !== '' && <p className="description">{description}</p>}
        <Bonds workshop={workshop} choice={choice} />
      </div>
      <ul id={`${own}-wrong`} className="wrong" hidden={wrong.length === 0}>
        {wrong.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}

function Places(props: {
  readonly workshop: Workshop;
  readonly seats: Seats | null;
  readonly isHad: boolean;
}) {
  const { say } = useSpeech();
  const { workshop, seats, isHad } = props;
  const free = freeOf(workshop, seats);
  const groups = workshop.group
    .split('|')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .join(', ');
  return (
    <p className="hint">
      <span className={free === 0 ? 'full' : undefined}>
        {free === 0 ? say('full') : say('free', { count: free })}
      </span>
      {groups !== '' && ` · ${say(workshop.is_for_group ? 'groups' : 'otherGroup', { groups })}`}
      {isHad && <strong> · {say('had')}</strong>}
    </p>
  );
}

/** What a workshop must and must not be taken together with. */
function Bonds({ workshop: { id }, choice }: { readonly workshop: Workshop; readonly choice: Choice }) {
  const speech = useSpeech();
  const { links, moments } = choice;
  const all = moments.flatMap(({ workshops }) => workshops);
  const named = (ids: readonly number[]) =>
    listOf(
      speech,
      all.filter((one) => ids.includes(one.id)).map(({ title }) => title),
    );
  const together = companionsOf(links, id);
  const apart = excludedBy(links, id);
  return (
    <>
      {together.length > 0 && <p className="hint">{speech.say('together', { others: named(together) })}</p>}
      {apart.length > 0 && <p className="hint">{speech.say('apart', { others: named(apart) })}</p>}
    </>
  );
}
