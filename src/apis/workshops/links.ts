import { type Static, Type } from 'typebox';
import { listLinks, replaceLinks } from '../../modules/workshops/events.ts';
import { badLinks } from '../../modules/workshops/refusals.ts';
import type { WorkshopLink } from '../../modules/workshops/types.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { refuseStrangers } from './auth.ts';
import { versionsAsked, versionTag } from './event-forms.ts';
import { eventIdIn, idOf, noContent, sendNothing } from './formats.ts';

const params = Type.Object({ id: Type.String() });
const linkForm = Type.Object({
  workshop1_id: Type.Integer(),
  workshop2_id: Type.Integer(),
  link_type: Type.Enum(['inclusive', 'exclusive']),
  event_id: Type.Integer(),
});
type LinkForm = Static<typeof linkForm>;
// A serializer's result leaked into the ancestor's JSON, and its client reads the first of each two.
const oddPair = Type.Unsafe<[LinkForm, object]>({
  type: 'array',
  prefixItems: [linkForm, Type.Object({}, { maxProperties: 0 })],
  minItems: 2,
  maxItems: 2,
});
const numeric = Type.Unsafe<number | string>({ type: ['integer', 'string'] });
const linkSent = Type.Object({
  workshop1_id: numeric,
  workshop2_id: numeric,
  link_type: Type.String({ description: 'inclusive: both or none; exclusive: not both' }),
  event_id: Type.Optional(Type.Unsafe<number | string | null>({ type: ['integer', 'string', 'null'] })),
});

/** `/events/{id}/workshop_links` (contract §5, ruling "Links"). */
export function serveLinks(server: HttpServer): void {
  route(server, {
    method: 'GET',
    path: '/events/:id/workshop_links',
    caller: ['user'],
    summary: "The links of an event's workshops: each the first of two, the second of which is empty",
    schema: {
      params,
      response: { 200: Type.Object({ workshop_links: Type.Array(oddPair) }) },
    },
    handler: async (request, reply) => {
      const id = eventIdIn(request.params.id);
      refuseStrangers(request, id);
      const { links, version } = await request.context.read((read) => listLinks(read, id));
      reply.header('etag', versionTag(version));
      return { workshop_links: links.map((link): [LinkForm, object] => [toForm(link, id), {}]) };
    },
  });

  route(server, {
    method: 'PUT',
    path: '/events/:id/workshop_links',
    caller: ['manage'],
    summary: "Replace the links of an event's workshops",
    description: 'Refused as a whole where nobody could keep one of them; `errors` names each by its place.',
    schema: { params, body: Type.Array(linkSent, { maxItems: 10_000 }), response: noContent },
    handler: async (request, reply) => {
      const id = eventIdIn(request.params.id);
      const links = readLinks(request.body, id);
      const version = await request.context.transaction((tx) =>
        replaceLinks(tx, id, links, versionsAsked(request)),
      );
      reply.header('etag', versionTag(version));
      return sendNothing(reply);
    },
  });
}

function toForm({ workshop1Id, workshop2Id, kind }: WorkshopLink, eventId: number): LinkForm {
  return { workshop1_id: workshop1Id, workshop2_id: workshop2Id, link_type: kind, event_id: eventId };
}

/** Judges each link by itself; what they do together, and which workshops there are, is the module's to judge. */
function readLinks(sent: readonly Static<typeof linkSent>[], eventId: number): WorkshopLink[] {
  const faults: Record<string, string[]> = {};
  const links = sent.flatMap((link, at): WorkshopLink[] => {
    const [workshop1Id, workshop2Id] = [idOf(link.workshop1_id), idOf(link.workshop2_id)];
    const { link_type: kind, event_id: named } = link;
    const badId = ['An id is a whole number above 0.'];
    if (workshop1Id === null) faults[`${at}.workshop1_id`] = badId;
    if (workshop2Id === null) faults[`${at}.workshop2_id`] = badId;
    if (typeof named === 'number' || typeof named === 'string') {
      if (idOf(named) !== eventId) faults[`${at}.event_id`] = [`The address names event ${eventId}.`];
    }
    if (kind !== 'inclusive' && kind !== 'exclusive') {
      faults[`${at}.link_type`] = ['link_type is "inclusive" or "exclusive".'];
      return [];
    }
    return workshop1Id === null || workshop2Id === null ? [] : [{ workshop1Id, workshop2Id, kind }];
  });
  if (Object.keys(faults).length > 0) throw badLinks(faults);
  return links;
}
