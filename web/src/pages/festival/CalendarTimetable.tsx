import { useLanguage, useText } from '../../i18n/index.ts';
import { LinkTo } from '../../ui/LinkTo.tsx';
import { byDay } from './CalendarList.tsx';
import type { Performance } from './data.ts';
import { festivalPaths as paths } from './paths.ts';
import { hourOf, sayClock, sayDay } from './times.ts';

/** A table for each day: a row for each venue, a column for each hour. */
export function CalendarTimetable({
  performances,
  zone,
}: {
  readonly performances: readonly Performance[];
  readonly zone: string;
}) {
  return byDay(performances, zone).map(([day, list]) => <Day key={day} list={list} zone={zone} />);
}

function Day({ list, zone }: { readonly list: readonly Performance[]; readonly zone: string }) {
  const say = useText();
  const { language } = useLanguage();
  const hours = list.map((one) => hourOf(one.starts_at, zone));
  const first = Math.min(...hours);
  const columns = Array.from({ length: Math.max(...hours) - first + 1 }, (_, at) => first + at);
  const venues = [...new Map(list.map(({ venue }) => [venue.uuid, venue])).values()].toSorted((one, other) =>
    one.name.localeCompare(other.name),
  );
  const title = sayDay(list[0]?.starts_at ?? '', zone, language);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region takes the focus
    <section className="festival-frame" tabIndex={0} aria-label={title}>
      <table className="festival-timetable">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{say('festival.venue')}</th>
            {columns.map((hour) => (
              <th key={hour} scope="col">
                {hour}:00
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {venues.map(({ uuid, name }) => (
            <tr key={uuid}>
              <th scope="row">
                <LinkTo to={paths.publicVenue(uuid)}>{name}</LinkTo>
              </th>
              {columns.map((hour) => (
                <td key={hour}>
                  <Slot
                    list={list.filter(
                      (one) => one.venue.uuid === uuid && hourOf(one.starts_at, zone) === hour,
                    )}
                    zone={zone}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Slot({ list, zone }: { readonly list: readonly Performance[]; readonly zone: string }) {
  const { language } = useLanguage();
  if (list.length === 0) return null;
  return (
    <ul>
      {list.map(({ uuid, starts_at: start, ends_at: end, artist }) => (
        <li key={uuid}>
          {sayClock(start, zone, language)}–{sayClock(end, zone, language)}{' '}
          <LinkTo to={paths.publicArtist(artist.uuid)}>{artist.name}</LinkTo>
        </li>
      ))}
    </ul>
  );
}
