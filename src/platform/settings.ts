import { dirname, resolve } from 'node:path';
import type { Static, TObject, TSchema } from 'typebox';
import { Check } from 'typebox/schema';
import { parse, YAMLParseError } from 'yaml';

/** What a setting's schema says besides its type; `description` words what is allowed. */
export type SettingOptions = {
  readonly description: string;
  /** The environment variable that sets it; it wins over the file. */
  readonly env?: string;
  /** Its value is never shown. */
  readonly secret?: true;
  /** A file or folder: relative to the file that names it, in the environment to the working folder. */
  readonly path?: true;
};

export interface SettingsSource {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly file: { readonly path: string; readonly text: string } | null;
  /** Variables with this prefix that are no setting are refused, unless `strangers` matches them. */
  readonly prefix: string;
  readonly strangers: RegExp;
}

/** Values by key, and the environment variables that were used. */
export type ReadSettings<Schema extends TObject> =
  | { readonly values: Static<Schema>; readonly used: ReadonlySet<string> }
  | { readonly faults: readonly string[] };

/** One setting of a schema, as a table lists it. */
export interface Setting extends SettingOptions {
  /** Keys from the top: `['log', 'level']`. */
  readonly keys: readonly string[];
  readonly schema: TSchema;
}

/**
 * Reads settings from a YAML file and the environment. All that is wrong is told at once, a sentence each: the key,
 * what was found, what is allowed. An empty variable and an empty key count as absent.
 */
export function readSettings<Schema extends TObject>(
  schema: Schema,
  source: SettingsSource,
): ReadSettings<Schema> {
  const settings = listSettings(schema);
  const file = readFileTree(source.file, schema);
  const faults = [...file.faults, ...strangersIn(source, settings)];
  const values: Record<string, unknown> = {};
  const used = new Set<string>();
  for (const setting of settings) {
    const found = findValue(setting, source, file.tree);
    if (!found) continue;
    if (found.variable) used.add(found.variable);
    const fault = judge(setting, found);
    if (fault) faults.push(fault);
    else put(values, setting.keys, setting.path ? resolve(found.folder, String(found.value)) : found.value);
  }
  if (faults.length > 0) return { faults };
  if (!Check(schema, values)) return { faults: ['The settings do not fit together.'] };
  return { values, used };
}

/** Every setting of a schema, in its order; groups are opened. */
export function listSettings(schema: TSchema, above: readonly string[] = []): Setting[] {
  return Object.entries(propertiesOf(schema)).flatMap(([key, inner]) => {
    const keys = [...above, key];
    return isGroup(inner) ? listSettings(inner, keys) : [{ keys, schema: inner, ...optionsOf(inner) }];
  });
}

interface Found {
  readonly value: unknown;
  readonly variable?: string;
  /** Where it was found, for a sentence. */
  readonly where: string;
  readonly folder: string;
}

function findValue(setting: Setting, source: SettingsSource, tree: unknown): Found | null {
  const { env: variable, keys, schema } = setting;
  const text = variable === undefined ? undefined : source.env[variable]?.trim();
  if (variable !== undefined && text !== undefined && text !== '') {
    return { value: understand(schema, text), variable, where: variable, folder: '.' };
  }
  const value = keys.reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), tree);
  if (value === undefined || value === null || value === '' || !source.file) return null;
  const { path } = source.file;
  return { value: understand(schema, value), where: `${keys.join('.')} in ${path}`, folder: dirname(path) };
}

/** A text that spells a number, a boolean or a list, as what the schema wants; anything else as it is. */
function understand(schema: TSchema, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const type = 'type' in schema ? schema.type : undefined;
  if (type === 'integer') return /^\d{1,15}$/.test(value) ? Number(value) : value;
  if (type === 'array') return value.split(',').map((part) => part.trim());
  if (type !== 'boolean') return value;
  const word = value.toLowerCase();
  if (['true', 'yes', 'on', '1'].includes(word)) return true;
  return ['false', 'no', 'off', '0'].includes(word) ? false : value;
}

function judge(setting: Setting, found: Found): string | null {
  if (Check(setting.schema, found.value)) return null;
  const shown = setting.secret ? veil(found.value) : shorten(JSON.stringify(found.value));
  return `${found.where} is ${shown}; allowed: ${setting.description}.`;
}

/** What may be said of a secret: of a URL its scheme, of anything else its length. */
function veil(value: unknown): string {
  if (typeof value !== 'string') return `of the type ${typeof value}`;
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(value)?.[0];
  return scheme ? `a URL ${scheme}…` : `a text of ${value.length} characters (not shown)`;
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function readFileTree(file: SettingsSource['file'], schema: TSchema): { tree: unknown; faults: string[] } {
  if (!file) return { tree: {}, faults: [] };
  try {
    const tree: unknown = parse(file.text) ?? {};
    if (isRecord(tree)) return { tree, faults: unknownKeys(tree, schema, file.path) };
    return { tree: {}, faults: [`${file.path} holds no keys; allowed: lines such as "port: 8000".`] };
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const line = error.linePos?.[0].line ?? 1;
    const [why = ''] = error.message.split(' at line ');
    return { tree: {}, faults: [`${file.path}, line ${line}, is no YAML: ${why}.`] };
  }
}

function unknownKeys(
  tree: Record<string, unknown>,
  schema: TSchema,
  path: string,
  above: string[] = [],
): string[] {
  const known = propertiesOf(schema);
  return Object.entries(tree).flatMap(([key, value]) => {
    const name = [...above, key].join('.');
    const inner = known[key];
    if (!inner)
      return [`${name} in ${path} is no setting; allowed${within(above)}: ${Object.keys(known).join(', ')}.`];
    if (!isGroup(inner) || value === null) return [];
    if (isRecord(value)) return unknownKeys(value, inner, path, [...above, key]);
    const keys = Object.keys(propertiesOf(inner)).join(', ');
    return [`${name} in ${path} is ${shorten(JSON.stringify(value))}; allowed: the keys ${keys} below it.`];
  });
}

const within = (above: readonly string[]) => (above.length > 0 ? ` below ${above.join('.')}` : '');

function strangersIn({ env, prefix, strangers }: SettingsSource, settings: readonly Setting[]): string[] {
  const known = settings.flatMap((setting) => setting.env ?? []);
  return Object.keys(env)
    .filter((name) => name.startsWith(prefix) && !known.includes(name) && !strangers.test(name))
    .map(
      (name) =>
        `${name} is no setting; allowed: ${known.filter((one) => one.startsWith(prefix)).join(', ')}.`,
    );
}

function put(values: Record<string, unknown>, keys: readonly string[], value: unknown): void {
  const [key = '', ...below] = keys;
  if (below.length === 0) {
    values[key] = value;
    return;
  }
  const inner = values[key];
  const group = isRecord(inner) ? inner : {};
  values[key] = group;
  put(group, below, value);
}

function isGroup(schema: TSchema): boolean {
  return 'type' in schema && schema.type === 'object';
}

function propertiesOf(schema: TSchema): Record<string, TSchema> {
  return 'properties' in schema && isRecord(schema.properties) ? pickSchemas(schema.properties) : {};
}

function pickSchemas(properties: Record<string, unknown>): Record<string, TSchema> {
  return Object.fromEntries(
    Object.entries(properties).filter((entry): entry is [string, TSchema] => isRecord(entry[1])),
  );
}

function optionsOf(schema: TSchema): SettingOptions {
  const text = (key: string) => {
    const value = Object.entries(schema).find(([name]) => name === key)?.[1];
    return typeof value === 'string' ? value : undefined;
  };
  const env = text('env');
  return {
    description: text('description') ?? '',
    ...(env !== undefined && { env }),
    ...('secret' in schema && { secret: true }),
    ...('path' in schema && { path: true }),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
