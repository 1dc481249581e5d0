import { Type } from 'typebox';
import { requireCity } from '../../modules/festival/cities.ts';
import { keepPicture, readPicture, setLogo } from '../../modules/festival/pictures.ts';
import { requireCityAdmin } from '../../modules/festival/viewers.ts';
import type { HttpServer } from '../../platform/http/contract.ts';
import { route } from '../../platform/http/route.ts';
import { fileIn, takeFiles } from '../../platform/http/uploads.ts';
import type { Services } from '../callers.ts';
import { viewerIn } from './auth.ts';
import { avatarAddress, idIn, originOf } from './formats.ts';

/** A picture of 5 MB in a form. */
const bodyLimit = 6 * 1024 * 1024;
const picture = { description: 'A picture', content: { 'image/webp': { schema: { type: 'string' } } } };
const description =
  'The picture as the only file of a multipart form, or as the body: JPEG, PNG, WebP or GIF, at most 5 MB. It is redrawn.';

/** Pictures of performers and logos of cities (contract §7). Their bodies are files, so they have a scope of their own. */
export async function servePictures(server: HttpServer, services: Services): Promise<void> {
  await server.register(async (scope) => {
    takeFiles(scope);
    serveUploads(scope, services);
  });
  serveViews(server, services);
}

function serveUploads(server: HttpServer, services: Services): void {
  route(server, {
    method: 'POST',
    path: '/api/artists/avatar',
    caller: ['performer'],
    summary: 'Upload a picture before making the performer that shows it; unclaimed it is kept for a day',
    description,
    bodyLimit,
    config: { takesFile: true },
    schema: { response: { 201: Type.Object({ id: Type.String(), image_url: Type.String() }) } },
    handler: async (request, reply) => {
      const { accountId } = viewerIn(request);
      const wanted = { kind: 'avatar', accountId, bytes: fileIn(request) } as const;
      const id = await keepPicture(request.context, services.files, wanted);
      const origin = originOf(services, request, request.site.hosts[0] ?? 'localhost');
      return reply.code(201).send({ id, image_url: avatarAddress(origin, id) ?? '' });
    },
  });

  route(server, {
    method: 'POST',
    path: '/api/cities/:slug/logo',
    caller: ['city'],
    summary: 'Upload the logo of a city',
    description,
    bodyLimit,
    config: { takesFile: true },
    schema: {
      params: Type.Object({ slug: Type.String() }),
      response: { 201: Type.Object({ id: Type.String(), logo_url: Type.String() }) },
    },
    handler: async (request, reply) => {
      const viewer = viewerIn(request);
      const { context } = request;
      const city = await context.read((read) => requireCity(read, request.params.slug));
      requireCityAdmin(viewer, city.id);
      const wanted = { kind: 'logo', accountId: viewer.accountId, bytes: fileIn(request) } as const;
      const id = await keepPicture(context, services.files, wanted);
      await context.transaction((tx) => setLogo(tx, city, id));
      const origin = originOf(services, request, city.host);
      return reply.code(201).send({ id, logo_url: `${origin}/api/cities/${city.slug}/logo/${id}` });
    },
  });
}

function serveViews(server: HttpServer, services: Services): void {
  for (const [path, kind] of [
    ['/api/artists/avatar/:id', 'avatar'],
    ['/api/cities/:slug/logo/:id', 'logo'],
  ] as const)
    route(server, {
      method: 'GET',
      path,
      caller: 'anyone',
      summary: kind === 'avatar' ? "A performer's picture" : 'The logo of a city',
      config: { answers: 'image/webp' },
      schema: {
        params:
          kind === 'logo'
            ? Type.Object({ id: Type.String(), slug: Type.String() })
            : Type.Object({ id: Type.String() }),
        response: { 200: picture },
      },
      handler: async (request, reply) => {
        const bytes = await readPicture(request.context, services.files, kind, idIn(request.params.id));
        // The id names these very bytes for ever; pages of other origins may show them.
        reply.headers({
          'cache-control': 'public, max-age=31536000, immutable',
          'access-control-allow-origin': '*',
          'cross-origin-resource-policy': 'cross-origin',
        });
        return reply.type('image/webp').send(bytes);
      },
    });
}
