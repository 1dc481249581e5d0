import { requireCity, requireCityById } from '../../modules/festival/cities.ts';
import { keepPicture, readPicture, setLogo } from '../../modules/festival/pictures.ts';
import { changeArtist, mayChange, requireArtistByUuid } from '../../modules/festival/profiles.ts';
import { notOwner } from '../../modules/festival/refusals.ts';
import { requireCityAdmin } from '../../modules/festival/viewers.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { fileIn, takeFiles } from '../../platform/http/uploads.ts';
import type { Services } from '../callers.ts';
import { actorOf } from '../callers.ts';
import { bySlug, byUuid, pictureAddress, textOrNull, uuidIn, viewerIn } from './festival-requests.ts';
import { closed, noContent } from './formats.ts';
import { write } from './writes.ts';

/** A picture of 5 MB in a form. */
const bodyLimit = 6 * 1024 * 1024;
const description =
  'The picture as the only file of a multipart form, or as the body: JPEG, PNG, WebP or GIF, at most 5 MB. It is redrawn.';
const shown = { 200: closed({ picture_url: textOrNull }) };
const file = { description: 'A picture', content: { 'image/webp': { schema: { type: 'string' } } } };

/** Pictures of artists and cities. Their bodies are files, so that these have a scope of their own. */
export async function servePictures(server: HttpServer, services: Services): Promise<void> {
  await server.register(async (scope) => {
    takeFiles(scope);
    serveUploads(scope, services);
  });
  serveRemoval(server);
  for (const [name, kind] of [
    ['artists', 'avatar'],
    ['cities', 'logo'],
  ] as const)
    route(server, {
      method: 'GET',
      path: `/pictures/${name}/:uuid`,
      caller: 'anyone',
      summary: name === 'artists' ? 'The picture of an artist' : 'The logo of a city',
      config: { answers: 'image/webp' },
      schema: { params: byUuid, response: { 200: file } },
      handler: async (request, reply) => {
        const bytes = await readPicture(request.context, services.files, kind, uuidIn(request.params.uuid));
        // The id names these very bytes for ever.
        reply.header('cache-control', 'public, max-age=31536000, immutable');
        return reply.type('image/webp').send(bytes);
      },
    });
}

function serveUploads(server: HttpServer, { files }: Services): void {
  route(server, {
    method: 'PUT',
    path: '/artists/:uuid/picture',
    caller: ['member'],
    summary: 'Give an artist a picture',
    description,
    bodyLimit,
    config: { takesFile: true },
    schema: { params: byUuid, response: shown },
    handler: async (request, reply) => {
      const { accountId } = actorOf(request);
      const { artist, city } = await request.context.read(async (read) => {
        const found = await requireArtistByUuid(read, uuidIn(request.params.uuid));
        if (!mayChange(found, 'artist', await viewerIn(read, request))) throw notOwner();
        return { artist: found, city: await requireCityById(read, found.cityId) };
      });
      const wanted = { kind: 'avatar', accountId, bytes: fileIn(request) } as const;
      const pictureId = await keepPicture(request.context, files, wanted);
      return write(request, reply, async (tx) => {
        const viewer = await viewerIn(tx, request);
        await changeArtist(tx, city, viewer, artist.uuid, { pictureId });
        return { status: 200, body: { picture_url: pictureAddress('artists', pictureId) } };
      });
    },
  });

  route(server, {
    method: 'PUT',
    path: '/cities/:slug/logo',
    caller: ['member'],
    summary: 'Give a city a logo, as somebody who runs it',
    description,
    bodyLimit,
    config: { takesFile: true },
    schema: { params: bySlug, response: shown },
    handler: async (request, reply) => {
      const { accountId } = actorOf(request);
      const city = await request.context.read(async (read) => {
        const found = await requireCity(read, request.params.slug);
        requireCityAdmin(await viewerIn(read, request), found.id);
        return found;
      });
      const wanted = { kind: 'logo', accountId, bytes: fileIn(request) } as const;
      const logoId = await keepPicture(request.context, files, wanted);
      return write(request, reply, async (tx) => {
        await setLogo(tx, city, logoId);
        return { status: 200, body: { picture_url: pictureAddress('cities', logoId) } };
      });
    },
  });
}

function serveRemoval(server: HttpServer): void {
  route(server, {
    method: 'DELETE',
    path: '/artists/:uuid/picture',
    caller: ['member'],
    summary: 'Take the picture of an artist away',
    schema: { params: byUuid, response: noContent },
    handler: (request, reply) =>
      write(request, reply, async (tx) => {
        const { uuid, cityId } = await requireArtistByUuid(tx, uuidIn(request.params.uuid));
        const city = await requireCityById(tx, cityId);
        await changeArtist(tx, city, await viewerIn(tx, request), uuid, { pictureId: null });
        return { status: 204, body: null };
      }),
  });
}
