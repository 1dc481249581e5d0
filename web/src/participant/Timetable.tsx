import { useSpeech } from './language.ts';
import type { Choice } from './types.ts';

/** What is confirmed, by moment: to look at, to print and for a calendar. */
export function Timetable({ choice }: { readonly choice: Choice }) {
  const { say } = useSpeech();
  const lines = choice.moments.flatMap(({ name, starts_at: startsAt, workshops }) =>
    workshops
      .filter(({ id }) => choice.workshop_ids.includes(id))
      .map(({ id, title }) => ({ id, title, moment: name, startsAt })),
  );
  return (
    <section aria-labelledby="timetable">
      <h2 id="timetable">{say('timetable')}</h2>
      {lines.length === 0 && <p>{say('timetableNone')}</p>}
      {lines.length > 0 && (
        <>
          <table aria-labelledby="timetable">
            <thead>
              <tr>
                <th scope="col">{say('moment')}</th>
                <th scope="col">{say('workshop')}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map(({ id, title, moment }) => (
                <tr key={id}>
                  <th scope="row">{moment === '' ? say('noMoment') : moment}</th>
                  <td>{title}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="actions no-print">
            <button type="button" className="quiet" onClick={() => window.print()}>
              {say('print')}
            </button>
            {lines.some(({ startsAt }) => startsAt !== null) && (
              <a href="/api/v1/participants/me/timetable.ics" download>
                {say('calendar')}
              </a>
            )}
          </p>
        </>
      )}
    </section>
  );
}
