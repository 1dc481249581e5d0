import { Type } from 'typebox';
import type { HttpServer } from '../../platform/http/contract.ts';
import { routeWithSuffix } from './formats.ts';
import { absolute } from './pagination.ts';

/** `/tahoe/api/v1/`: where the lists are (contract §1.1). Needs no credential, as upstream. */
export function serveRouterRoot(server: HttpServer): void {
  const address = Type.String({ format: 'uri' });
  routeWithSuffix(server, {
    method: 'GET',
    path: '/',
    caller: 'anyone',
    summary: 'The addresses of the lists',
    schema: {
      response: {
        200: Type.Object({
          registrations: address,
          courses: address,
          enrollments: address,
          users: address,
          'api-keys': address,
        }),
      },
    },
    handler: async (request) => {
      const to = (list: string) => absolute(request, `${server.prefix}/${list}/`);
      return {
        registrations: to('registrations'),
        courses: to('courses'),
        enrollments: to('enrollments'),
        users: to('users'),
        'api-keys': to('api-keys'),
      };
    },
  });
}
