import { type Static, Type } from 'typebox';
import { editEvent, listLinks, rehearseEdit, replaceLinks } from '../../modules/workshops/events.ts';
import { requireFill } from '../../modules/workshops/fills.ts';
import type { WorkshopLink } from '../../modules/workshops/types.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import {
  eventForm,
  eventTag,
  numbered,
  rename,
  renameEventFields,
  toEvent,
  toWarning,
  toWorkshop,
  versionsAsked,
  versionTag,
  warningForm,
  workshopForm,
} from './event-forms.ts';
import { closed } from './formats.ts';
import { write } from './writes.ts';

const workshopSent = closed({
  id: Type.Optional(
    Type.Integer({ minimum: 1, description: 'One of the event; without it the workshop is new' }),
  ),
  title: Type.Optional(Type.String({ maxLength: 80 })),
  description: Type.Optional(Type.String({ maxLength: 20_000 })),
  moment: Type.Optional(Type.String({ maxLength: 80 })),
  target_group: Type.Optional(Type.String({ maxLength: 1000, description: '`""`: all; `a|b`: several' })),
  capacity: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_147_483_647 })),
});
const link = closed({
  workshop1_id: Type.Integer({ minimum: 1 }),
  workshop2_id: Type.Integer({ minimum: 1 }),
  kind: Type.Enum(['inclusive', 'exclusive'], {
    description: 'inclusive: both or none; exclusive: not both',
  }),
});
const linksForm = closed({ links: Type.Array(link, { maxItems: 10_000 }) });

/** `/events/{id}/workshops`, `…/links` and `…/fill`: what an event consists of, and how full it is. */
export function serveEventWorkshops(server: HttpServer): void {
  serveWorkshops(server);
  serveLinks(server);
}

function serveWorkshops(server: HttpServer): void {
  route(server, {
    method: 'PUT',
    path: '/events/:id/workshops',
    caller: ['staff'],
    summary: 'Replace the workshops of an event, in their order, or say what that would do',
    description:
      'One with an id is changed, absent keys stay; one without is made; one left out is deleted with its registrations. ' +
      '`warnings` tells what this does to choices made before; nobody is evicted by a smaller capacity.',
    schema: {
      params: numbered,
      querystring: Type.Object({
        dry_run: Type.Boolean({
          default: false,
          description: 'Answer what would become of it; keep nothing',
        }),
      }),
      body: closed({ workshops: Type.Array(workshopSent, { maxItems: 1000 }) }),
      response: { 200: closed({ event: eventForm, warnings: Type.Array(warningForm) }) },
    },
    errors: renameEventFields,
    handler: async (request, reply) => {
      const { id } = request.params;
      const change = { workshops: request.body.workshops.map(draftOf) };
      const versions = versionsAsked(request);
      const now = request.context.clock.now();
      if (request.query.dry_run) {
        const { event, warnings } = await rehearseEdit(request.context, id, change, versions);
        return { event: toEvent(event, now), warnings: warnings.map(toWarning) };
      }
      return write(request, reply, async (tx) => {
        const { event, warnings } = await editEvent(tx, id, change, versions);
        const body = { event: toEvent(event, now), warnings: warnings.map(toWarning) };
        return { status: 200, body, headers: { etag: eventTag(event, now) } };
      });
    },
  });

  const shown = closed({
    ...workshopForm.properties,
    free: Type.Integer({ description: 'Never below 0, also where a manager let in more' }),
  });
  route(server, {
    method: 'GET',
    path: '/events/:id/fill',
    caller: ['staff'],
    summary: 'How full an event is',
    schema: {
      params: numbered,
      response: {
        200: closed({
          participants: Type.Integer(),
          without_choice: Type.Integer({ description: 'Of them, who have chosen nothing' }),
          workshops: Type.Array(shown),
        }),
      },
    },
    handler: async ({ params, context }) => {
      const fill = await context.read((read) => requireFill(read, params.id));
      const workshops = fill.workshops.map((one) => ({ ...toWorkshop(one), free: one.free }));
      return { participants: fill.participants, without_choice: fill.undecided, workshops };
    },
  });
}

function serveLinks(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/events/:id/links',
    caller: ['staff'],
    summary: "The links of an event's workshops",
    schema: { params: numbered, response: { 200: linksForm } },
    handler: async ({ params, context }, reply) => {
      const { links, version } = await context.read((read) => listLinks(read, params.id));
      reply.header('etag', versionTag(version));
      return { links: links.map(toLink) };
    },
  });

  route(server, {
    method: 'PUT',
    path: '/events/:id/links',
    caller: ['staff'],
    summary: "Replace the links of an event's workshops",
    description:
      'Refused as a whole where nobody could keep one of them. Choices made before stay, and are flagged.',
    schema: { params: numbered, body: linksForm, response: { 200: linksForm } },
    errors: rename((field) => (/^\d+$/.test(field) ? `links.${field}` : field)),
    handler: (request, reply) =>
      write(request, reply, async (tx) => {
        const links = request.body.links.map(linkOf);
        const version = await replaceLinks(tx, request.params.id, links, versionsAsked(request));
        return { status: 200, body: { links: links.map(toLink) }, headers: { etag: versionTag(version) } };
      }),
  });
}

/** @param position in the list, which is the order */
function draftOf({ target_group: targetGroup, ...rest }: Static<typeof workshopSent>, position: number) {
  return { ...rest, ...(targetGroup !== undefined && { targetGroup }), position };
}

function toLink({ workshop1Id, workshop2Id, kind }: WorkshopLink): Static<typeof link> {
  return { workshop1_id: workshop1Id, workshop2_id: workshop2Id, kind };
}

function linkOf({
  workshop1_id: workshop1Id,
  workshop2_id: workshop2Id,
  kind,
}: Static<typeof link>): WorkshopLink {
  return { workshop1Id, workshop2Id, kind };
}
