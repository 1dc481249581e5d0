import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** Compiled schemas by their text: a site's schema is the same object only as long as the site is cached. */
const compiled = new Map<string, ValidateFunction>();
const keptSchemas = 500;

/**
 * Checks a value against a JSON schema that an organiser wrote.
 * @returns messages by top-level property; empty when it fits. A text that spells a number or boolean is taken as one
 *   where the schema wants one, since forms carry texts only; `value` itself is changed to what was understood.
 */
export function checkAgainst(
  schema: Readonly<Record<string, unknown>>,
  value: Record<string, unknown>,
): Record<string, string[]> {
  const validate = compile(schema);
  const found: Record<string, string[]> = {};
  if (validate(value)) return found;
  for (const error of validate.errors ?? []) {
    const missing = typeof error.params.missingProperty === 'string' ? error.params.missingProperty : null;
    const field = missing ?? error.instancePath.split('/')[1] ?? '';
    const message = missing
      ? 'This field is required.'
      : sentence(error.message ?? 'is not valid', error.params);
    found[field] = [...(found[field] ?? []), message];
  }
  return found;
}

/** What is wrong with a schema itself, or null. */
export function schemaFault(schema: Readonly<Record<string, unknown>>): string | null {
  try {
    compile(schema);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : 'not a JSON schema';
  }
}

function compile(schema: Readonly<Record<string, unknown>>): ValidateFunction {
  const text = JSON.stringify(schema);
  const present = compiled.get(text);
  if (present) return present;
  const ajv = new Ajv2020({ allErrors: true, coerceTypes: true, strict: false, addUsedSchema: false });
  addFormats.default(ajv);
  const validate = ajv.compile({ type: 'object', ...schema });
  if (compiled.size >= keptSchemas) compiled.clear();
  compiled.set(text, validate);
  return validate;
}

function sentence(message: string, params: Record<string, unknown>): string {
  const allowed = Array.isArray(params.allowedValues) ? `: ${params.allowedValues.join(', ')}` : '';
  return `It ${message}${allowed}.`;
}
