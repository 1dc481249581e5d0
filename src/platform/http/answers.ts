import type { ValidateFunction } from 'ajv';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { HttpServer } from './contract.ts';
import { createAjv } from './validation.ts';

/**
 * Answers are serialised as they are. A serialiser made from the schema would drop what the schema forgot and turn
 * null into an empty text, silently; here a difference is a fault that a test sees (`checkAnswers`).
 */
export function serializeAsIs(): (data: unknown) => string {
  // An Error only arrives here when wording another error failed too; nothing of it may leave the house.
  return (data) =>
    JSON.stringify(data instanceof Error ? { message: 'Something went wrong on our side.' } : data);
}

/**
 * Judges every JSON answer below 500 against the response schema its route declares for that status; an answer that
 * differs, or a status that is not declared, becomes a logged 500. For tests and development: it parses each answer.
 */
export function checkAnswers(server: HttpServer): void {
  const known = new WeakMap<object, ValidateFunction>();
  server.addHook('onSend', async (request, reply, payload) => {
    const fault = judge(request, reply, payload);
    if (fault !== null) {
      request.log.error({ err: fault }, 'answer unlike its declaration');
      throw fault;
    }
    return payload;
  });

  function judge(request: FastifyRequest, reply: FastifyReply, payload: unknown): Error | null {
    const status = reply.statusCode;
    const { url, schema } = request.routeOptions;
    if (status >= 500 || status === 304 || url === undefined || !isRecord(schema?.response)) return null;
    const declared = declaredFor(schema.response, status);
    const where = `${request.method} ${url} answered ${status}`;
    if (declared === undefined) return new Error(`${where}, a status that the route does not declare.`);
    if (typeof payload !== 'string' || !isJson(reply)) return null;
    const judged = schemaFor(declared);
    if (judged === undefined) return null;
    const validate = known.get(judged) ?? createAjv(server.getSchemas(), true).compile(judged);
    known.set(judged, validate);
    if (validate(JSON.parse(payload))) return null;
    const faults = (validate.errors ?? []).map((error) => `${error.instancePath || '/'} ${error.message}`);
    return new Error(`${where} unlike its schema: ${faults.slice(0, 5).join('; ')}`);
  }
}

function declaredFor(response: Record<string, unknown>, status: number): unknown {
  const family = `${Math.floor(status / 100)}xx`;
  return response[status] ?? response[family] ?? response[family.toUpperCase()] ?? response.default;
}

/** Passes by what is described by content type or as text: only plain JSON schemas can be asked. */
function schemaFor(declared: unknown): object | undefined {
  if (!isRecord(declared)) return undefined;
  if (!isRecord(declared.content)) return declared;
  const json = Object.entries(declared.content).find(([type]) => type.includes('json'))?.[1];
  return isRecord(json) && isRecord(json.schema) ? json.schema : undefined;
}

function isJson(reply: FastifyReply): boolean {
  const type = reply.getHeader('content-type');
  return typeof type === 'string' && /[/+]json/.test(type);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
