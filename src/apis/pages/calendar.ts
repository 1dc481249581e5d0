import { Type } from 'typebox';
import { readFeed } from '../../modules/festival/feeds.ts';
import type { FeedBooking, FeedPage } from '../../modules/festival/types.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { type Html, html } from '../../platform/http/html.ts';
import { route } from '../../platform/http/route.ts';
import type { Locale } from '../../platform/texts.ts';
import { sayCalendar as say } from './calendar-texts.ts';
import { pageSchema, sendPage } from './layout.ts';
import { languageOf } from './links.ts';

const pageSize = 200;

/** The public calendar of a festival, for browsers without script and for machines that read pages. */
export function serveCalendar(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/calendar',
    caller: 'anyone',
    summary: "Page with the confirmed bookings of the city's current festival, by time",
    schema: {
      querystring: Type.Object({
        page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000, default: 1 })),
      }),
      response: { 200: pageSchema },
    },
    handler: async (request, reply) => {
      const { page = 1 } = request.query;
      const locale = languageOf(request, null);
      const feed = { of: 'city', siteId: request.site.id, festivalUuid: null, streamsOnly: false } as const;
      const window = { limit: pageSize, offset: (page - 1) * pageSize };
      const found = await request.context.read((read) => readFeed(read, feed, {}, window));
      const title = say(locale, 'title', { city: found.cityName ?? request.site.name });
      return sendPage(reply, { locale, title, body: bodyOf(locale, found, page) });
    },
  });
}

function bodyOf(locale: Locale, { bookings, timeZone, total }: FeedPage, page: number): Html {
  const days = new Map<string, FeedBooking[]>();
  for (const booking of bookings) {
    const day = wordsOf(locale, timeZone, { dateStyle: 'full' }).format(booking.startsAt);
    days.set(day, [...(days.get(day) ?? []), booking]);
  }
  return html`<p><a href="/app/calendar">${say(locale, 'app')}</a> · <a href="/api/cities/events/simple.ics">${say(locale, 'file')}</a></p>
${total === 0 ? html`<p>${say(locale, 'none')}</p>` : html`<p class="small">${say(locale, 'zone', { zone: timeZone })}</p>`}
${[...days].map(
  ([day, list]) => html`<h2>${day}</h2>
<ul>
${list.map((booking) => lineOf(locale, timeZone, booking))}</ul>
`,
)}
<p>${page > 1 && html`<a href="/calendar?page=${page - 1}">${say(locale, 'earlier')}</a> `}${
    page * pageSize < total && html`<a href="/calendar?page=${page + 1}">${say(locale, 'later')}</a>`
  }</p>`;
}

function lineOf(locale: Locale, zone: string, { startsAt, endsAt, artist, venue }: FeedBooking): Html {
  const clock = wordsOf(locale, zone, { hour: '2-digit', minute: '2-digit' });
  const names = say(locale, 'performance', { artist: artist.name, venue: venue.name });
  return html`<li><time datetime="${startsAt.toISOString()}">${clock.format(startsAt)}</time>–${clock.format(endsAt)}
<a href="/app/calendar/artists/${artist.uuid}">${names}</a><br>
<span class="small">${artist.genreLabels.join(', ')} · <a href="/app/calendar/venues/${venue.uuid}">${venue.address}, ${venue.town}</a></span></li>
`;
}

const wordsOf = (locale: Locale, timeZone: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { ...options, timeZone });
