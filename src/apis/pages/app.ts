import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { HttpServer } from '../../platform/http/contract.ts';
import { html } from '../../platform/http/html.ts';
import { route } from '../../platform/http/route.ts';
import type { WebFiles } from '../../platform/http/web-files.ts';
import { refuse } from '../../platform/refusal.ts';
import { pageSchema, sendPage } from './layout.ts';
import { languageOf } from './links.ts';
import { say } from './texts.ts';

/**
 * The pages of `web/` below `/app/`. Every path that is no file is a place within the shell, which finds its page itself;
 * `/app/choose` and below is the participant's entry.
 */
export function serveApp(server: HttpServer, web: WebFiles): void {
  const answers = ['text/html', 'text/javascript', 'text/css', 'image/*', 'font/*'];
  const common = { method: 'GET', caller: 'anyone', documented: false, config: { answers } } as const;
  const response = { 200: pageSchema, 404: pageSchema, 503: pageSchema };
  route(server, {
    ...common,
    path: '/app',
    summary: 'The pages',
    schema: { response },
    handler: async (request, reply) => sendEntry(request, reply, web, 'index.html'),
  });
  route(server, {
    ...common,
    path: '/app/*',
    summary: 'The pages and their files',
    schema: { params: Type.Object({ '*': Type.String() }), response },
    handler: async (request, reply) => {
      const path = request.params['*'];
      if (path.startsWith('assets/')) return sendAsset(request, reply, web, path.slice('assets/'.length));
      const isParticipants = path === 'choose' || path.startsWith('choose/');
      return sendEntry(request, reply, web, isParticipants ? 'participant.html' : 'index.html');
    },
  });
}

function sendEntry(
  request: FastifyRequest,
  reply: FastifyReply,
  web: WebFiles,
  name: Parameters<WebFiles['page']>[0],
): FastifyReply {
  const page = web.page(name);
  if (page !== null) return reply.headers(page.headers).send(page.body);
  const locale = languageOf(request, null);
  return sendPage(
    reply.header('retry-after', '60'),
    {
      locale,
      title: say(locale, 'appMissing'),
      body: html`<p>${say(locale, 'appMissingBody')}</p>
<p><code>npm run build</code></p>`,
    },
    503,
  );
}

function sendAsset(request: FastifyRequest, reply: FastifyReply, web: WebFiles, name: string): FastifyReply {
  const file = web.asset(name, request.headers['accept-encoding']);
  if (file === null) throw refuse('missing', 'page.no_such_file', 'There is no such file.');
  return reply.headers(file.headers).send(file.body);
}
