import type { HttpServer } from './contract.ts';
import { HttpRefusal } from './problems.ts';

/**
 * Refuses with 406, in this scope, requests whose `Accept` leaves no room for JSON (contract Appsembler/Tahoe §1.2).
 * Call it before the hook that judges the caller: there the media type is judged first.
 */
export function requireJsonAccepted(server: HttpServer): void {
  server.addHook('onRequest', (request, _reply, done) => {
    const { accept } = request.headers;
    if (accept === undefined || takesJson(accept)) return done();
    done(new HttpRefusal(406, 'request.not_acceptable', 'Could not satisfy the request Accept header.'));
  });
}

/** An empty header asks for nothing in particular; a range with `q=0` is one that the caller does not want. */
function takesJson(accept: string): boolean {
  if (accept.trim() === '') return true;
  return accept.split(',').some((range) => {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const isRefused = parameters.some((parameter) => /^q\s*=\s*0(\.0*)?$/.test(parameter));
    return !isRefused && ['*/*', 'application/*', 'application/json'].includes(type);
  });
}
