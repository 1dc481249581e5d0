import { Ajv2020, type AnySchema, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import type { FastifySchemaValidationError } from 'fastify';
import type { Violation } from './error-shapes.ts';
import { isForm } from './form-fields.ts';
import { HttpRefusal } from './problems.ts';
import { textValues } from './text-values.ts';

/** A body with more values than this is told its first broken rule only: collecting all of them costs memory. */
const MANY_VALUES = 2_000;

type Check = ((data: unknown) => boolean | { value: unknown }) & {
  errors?: FastifySchemaValidationError[] | null;
};
type CompilerOf = (route: { schema: unknown; httpPart?: string }) => Check;

/**
 * Builds the validators of one scope. JSON bodies are judged as sent: nothing is converted, nothing removed. Query,
 * path parameters, headers and form bodies are texts and are converted to the schema's types first.
 * @param shared schemas added by `addSchema`, found by `$ref`
 */
export function buildValidator(shared: unknown): CompilerOf {
  const first = createAjv(shared, false);
  const all = createAjv(shared, true);
  const known = new WeakMap<object, Map<string, Check>>();
  return ({ schema, httpPart = 'body' }) => {
    if (!isSchema(schema)) throw new Error('A schema is an object.');
    const checks = known.get(schema) ?? new Map<string, Check>();
    known.set(schema, checks);
    const check = checks.get(httpPart) ?? checkOf(schema, httpPart, first, all);
    checks.set(httpPart, check);
    return check;
  };
}

/** An Ajv for JSON Schema 2020-12 with the usual formats, shared schemas loaded. @param allErrors collect every error */
export function createAjv(shared: unknown, allErrors: boolean): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors,
    useDefaults: true,
    allowUnionTypes: true,
    strictRequired: false,
    strictTuples: false,
    strictTypes: false,
  });
  ajvFormats.default(ajv);
  ajv.addKeyword('example');
  for (const [id, schema] of Object.entries(shared ?? {})) {
    if (isSchema(schema)) ajv.addSchema(schema, id);
  }
  return ajv;
}

/** Turns the validator's errors into a refusal; a path parameter that does not fit names nothing: 404, not 400. */
export function refusalOfErrors(errors: readonly FastifySchemaValidationError[], part: string): HttpRefusal {
  if (part === 'params') return new HttpRefusal(404, 'request.no_such_path', 'Not found.');
  const violations = errors.map(violationOf);
  // A map: a member may be called `constructor`.
  const found = new Map<string, string[]>();
  for (const { field, message } of violations) {
    const name = field === '' ? part : field;
    const messages = found.get(name) ?? [];
    if (!messages.includes(message)) messages.push(message);
    found.set(name, messages);
  }
  const fields = Object.fromEntries(found);
  const [name, messages] = Object.entries(fields)[0] ?? [part, ['is not valid']];
  return new HttpRefusal(400, 'request.invalid', `${name}: ${messages[0]}`, { fields, violations });
}

function checkOf(schema: AnySchema, part: string, first: Ajv2020, all: Ajv2020): Check {
  // Compiled when first asked: the code of every route was 20 MB of an idle heap of 63.
  let validate: ValidateFunction | undefined;
  let detailed: ValidateFunction | undefined;
  const spread = textValues(schema);
  const check: Check = (sent) => {
    const data = part === 'headers' && isFields(sent) ? { ...sent } : sent;
    if ((part !== 'body' || isForm(data)) && isFields(data)) spread(data);
    validate ??= first.compile(schema);
    if (validate(data)) return data === sent ? true : { value: data };
    check.errors = publicErrors(validate.errors);
    if (fewerValuesThan(MANY_VALUES, data)) {
      detailed ??= all.compile(schema);
      if (!detailed(data)) check.errors = publicErrors(detailed.errors);
    }
    return false;
  };
  return check;
}

function publicErrors(errors: readonly ErrorObject[] | null | undefined): FastifySchemaValidationError[] {
  return (errors ?? []).map(({ keyword, instancePath, schemaPath, params, message }) => ({
    keyword,
    instancePath,
    schemaPath,
    params,
    ...(message === undefined ? {} : { message }),
  }));
}

function violationOf(error: FastifySchemaValidationError): Violation {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const { keyword, params } = error;
  if (keyword === 'required' && typeof params.missingProperty === 'string')
    return { field: [...path, params.missingProperty].join('.'), keyword, params, message: 'is required' };
  if (keyword === 'additionalProperties' && typeof params.additionalProperty === 'string')
    return {
      field: [...path, params.additionalProperty].join('.'),
      keyword,
      params,
      message: 'is not known',
    };
  return { field: path.join('.'), keyword, params, message: error.message ?? 'is not valid' };
}

function fewerValuesThan(limit: number, data: unknown): boolean {
  const open: unknown[] = [data];
  let seen = 0;
  for (let next = open.pop(); open.length > 0 || next !== undefined; next = open.pop()) {
    seen += 1;
    if (seen + open.length > limit) return false;
    if (typeof next === 'object' && next !== null) {
      const values = Object.values(next);
      if (values.length > limit) return false;
      open.push(...values);
    }
  }
  return true;
}

function isSchema(schema: unknown): schema is Exclude<AnySchema, boolean> {
  return typeof schema === 'object' && schema !== null;
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
