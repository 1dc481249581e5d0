import { useEffect, useRef, useState } from 'react';
import { useConfirm } from './confirm.ts';
import { type Clash, clashesOf } from './judge.ts';
import { listOf, momentIn, type Speech, useSpeech } from './language.ts';
import { MomentField } from './MomentField.tsx';
import { useNews } from './news.ts';
import { type Outcome, OutcomeBox } from './Outcome.tsx';
import type { Tagged } from './requests.ts';
import { type SeatsLink, useSeats } from './seats.ts';
import { Timetable } from './Timetable.tsx';
import type { Asked } from './texts.ts';
import type { Choice } from './types.ts';
import { isAsBefore, type Wish, wantedOf } from './wish.ts';

interface Props {
  readonly tagged: Tagged;
  /** Reads the choice anew. */
  readonly reload: () => Promise<void>;
  readonly onEnded: () => void;
}

/** The workshops of the event by moment, what is chosen of them, and the timetable that comes of it. */
export function Choosing({ tagged, reload, onEnded }: Props) {
  const speech = useSpeech();
  const { choice } = tagged;
  const { event, moments } = choice;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const [wish, setWish] = useState<Wish>(new Map());
  const wanted = wantedOf(choice, wish);
  const { seats, link } = useSeats(event.id, onEnded);
  const { outcome, isSending, confirm, forget } = useConfirm({ tagged, reload, onEnded }, wanted, () =>
    setWish(new Map()),
  );
  const isNews = seats !== null && (seats.version !== event.version || seats.is_open !== event.is_open);
  useEffect(() => {
    if (isNews) void reload();
  }, [isNews, reload]);
  const clashes = clashesOf(choice, seats, wanted);
  const isChanged = !isAsBefore(choice, wanted);
  const choose = (moment: string, id: number | null) => {
    setWish(new Map(wish).set(moment, id));
    forget();
  };
  const { say } = speech;
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {event.name}
      </h1>
      <p>{whoOf(choice, speech)}</p>
      <p className="no-print">{stateOf(choice, speech)}</p>
      <Flags choice={choice} />
      <OutcomeBox outcome={outcome} choice={choice} />
      <Timetable choice={choice} />
      <form onSubmit={confirm} className="no-print" noValidate>
        <h2>{say('workshops')}</h2>
        <LinkState link={link} />
        <p className="unseen" role="status">
          {useNews(choice, seats, wanted)}
        </p>
        {moments.length === 0 && <p>{say('none')}</p>}
        {moments.map((moment) => (
          <MomentField
            key={moment.name}
            {...{ moment, choice, seats, wanted }}
            sentences={(id) => sentencesFor(id, clashes, outcome, choice, speech)}
            onChoose={(id) => choose(moment.name, id)}
          />
        ))}
        {event.is_open && moments.length > 0 && (
          <div className="bar">
            <p>
              {say('count', { count: wanted.length })}
              {isChanged && <strong> · {say('changed')}</strong>}
            </p>
            <button type="submit" disabled={isSending}>
              {isSending ? say('sending') : say('confirm')}
            </button>
          </div>
        )}
      </form>
    </>
  );
}

/** What is wrong with one workshop of the wish: as the server said, and as this page sees it. */
function sentencesFor(
  id: number,
  clashes: readonly Clash[],
  outcome: Outcome | null,
  choice: Choice,
  speech: Speech,
): string[] {
  const said = outcome?.kind === 'refused' ? outcome.reasons.filter((one) => one.workshopId === id) : [];
  const seen = clashes
    .filter((clash) => clash.workshopId === id)
    .map((clash) => sayClash(clash, choice, speech));
  return [...new Set([...said.map(({ message }) => message), ...seen])];
}

const clashKeys: Readonly<Record<Clash['code'], Asked>> = {
  full: 'problemFull',
  group: 'problemGroup',
  moment: 'problemMoment',
  needs: 'problemNeeds',
  excludes: 'problemExcludes',
};

function sayClash({ workshopId, code, with: others }: Clash, { moments }: Choice, speech: Speech): string {
  const all = moments.flatMap(({ workshops }) => workshops);
  const titles = (ids: readonly number[]) =>
    all.filter(({ id }) => ids.includes(id)).map(({ title }) => title);
  return speech.say(clashKeys[code], {
    workshop: listOf(speech, titles([workshopId])),
    others: listOf(speech, titles(others)),
  });
}

function Flags({ choice }: { readonly choice: Choice }) {
  const { say } = useSpeech();
  const sentences = [...new Set(choice.problems.map(({ message }) => message))];
  if (sentences.length === 0) return null;
  return (
    <div className="box">
      <p>{say('flags')}</p>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}

function LinkState({ link }: { readonly link: SeatsLink }) {
  const { say } = useSpeech();
  return (
    <p role="status" className={link === 'offline' ? 'box wrong' : 'hint'}>
      {link === 'live' ? '' : say(link)}
    </p>
  );
}

function whoOf({ participant }: Choice, { say }: Speech): string {
  const { full_name: name, class: className } = participant;
  return className ? say('youOfClass', { name, class: className }) : say('you', { name });
}

/** Whether one may choose now, and until or from when on the clocks of the event. */
function stateOf({ event }: Choice, { language, say }: Speech): string {
  const at = (moment: string) => ({ moment: momentIn(language, moment, event.time_zone) });
  const { is_open: isOpen, opens_at: opensAt, closes_at: closesAt } = event;
  if (isOpen) return closesAt === null ? say('open') : say('openUntil', at(closesAt));
  if (event.is_switched_on && opensAt !== null && Date.parse(opensAt) > Date.now())
    return say('opensAt', at(opensAt));
  const isPast = closesAt !== null && Date.parse(closesAt) <= Date.now();
  return isPast ? say('closedSince', at(closesAt)) : say('closed');
}
