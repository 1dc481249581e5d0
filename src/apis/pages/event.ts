import { Type } from 'typebox';
import { inOrder, isOpenAt, offerOf, requireEventNamed } from '../../modules/workshops/events.ts';
import { unknownEvent } from '../../modules/workshops/refusals.ts';
import type { EventWithWorkshops, Workshop } from '../../modules/workshops/types.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { type Html, html } from '../../platform/http/html.ts';
import { route } from '../../platform/http/route.ts';
import { type Locale, sayMoment } from '../../platform/texts.ts';
import { asPage } from './errors.ts';
import { pageSchema, sendPage } from './layout.ts';
import { languageOf } from './links.ts';
import { say } from './texts.ts';

/** `/events/<name>` for people: the workshops API answers JSON there to everybody else. */
export function serveEventPage(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/events/:name',
    caller: 'anyone',
    forPages: true,
    documented: false,
    summary: 'Page of an event: its workshops, when to choose them, the places still free',
    config: { answers: 'text/html' },
    schema: {
      params: Type.Object({ name: Type.String() }),
      response: { 200: pageSchema, 404: pageSchema },
    },
    errors: asPage,
    handler: async (request, reply) => {
      const { name } = request.params;
      const event = await request.context.read((read) => requireEventNamed(read, name));
      if (event.archivedAt !== null) throw unknownEvent(name);
      const locale = languageOf(request, null);
      sendPage(reply, {
        locale,
        title: event.name,
        body: bodyOf(event, request.context.clock.now(), locale),
      });
      return reply.header('vary', 'accept, accept-language');
    },
  });
}

function bodyOf(event: EventWithWorkshops, now: Date, locale: Locale): Html {
  const moments = Map.groupBy(inOrder(event.workshops), ({ moment }) => moment);
  return html`<p>${whenToChoose(event, now, locale)}</p>
<p><a href="/app/choose">${say(locale, 'eventChoose')}</a></p>
<h2>${say(locale, 'eventWorkshops')}</h2>
${moments.size === 0 && html`<p>${say(locale, 'eventNone')}</p>`}
${[...moments].map(
  ([moment, workshops]) => html`<h3>${moment === '' ? say(locale, 'eventNoMoment') : moment}</h3>
<ul>
${workshops.map((workshop) => entryOf(workshop, locale))}
</ul>
`,
)}`;
}

function entryOf(workshop: Workshop, locale: Locale): Html {
  const { free, ...offer } = offerOf(workshop);
  const groups = offer.groups.join(', ');
  return html`<li><strong>${workshop.title}</strong><br>
${free === 0 ? say(locale, 'eventFull') : say(locale, 'eventFree', { count: free })}${
  groups !== '' && html` · ${say(locale, 'eventGroup', { groups })}`
}${workshop.description !== '' && html`<br><span class="hint">${workshop.description}</span>`}</li>
`;
}

function whenToChoose(event: EventWithWorkshops, now: Date, locale: Locale): string {
  const { available, opensAt, closesAt, timeZone } = event;
  if (isOpenAt(event, now))
    return closesAt
      ? say(locale, 'eventOpenUntil', { until: sayMoment(locale, closesAt, timeZone) })
      : say(locale, 'eventOpen');
  return available === true && opensAt !== null && now < opensAt
    ? say(locale, 'eventOpensAt', { from: sayMoment(locale, opensAt, timeZone) })
    : say(locale, 'eventClosed');
}
