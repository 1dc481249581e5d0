/**
 * Turns the texts of a query, of path parameters, headers and forms into the types a schema asks for. Our own and not
 * the validator's coercion: that one reads `Infinity` and `0x10` as numbers and knows `true` and `false` only, while
 * RULINGS "Booleans in text" want any case, `1/0`, `yes/no`, `on/off`.
 */
export type Spread = (fields: Record<string, unknown>) => void;

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ...['true', '1', 'yes', 'on'].map((word) => [word, true] as const),
  ...['false', '0', 'no', 'off'].map((word) => [word, false] as const),
]);

/**
 * Makes the conversion for one schema: changes the fields in place; a text that does not fit is left as it is, so that
 * the validator refuses it by name. A list is gathered from `key=a&key=b`, `key[]=a`, `key[0]=a`, or a single value.
 */
export function textValues(schema: unknown): Spread {
  const properties = propertiesOf(schema);
  const lists = properties.filter(([, types]) => types.has('array')).map(([name]) => name);
  const plain = properties.filter(([, types]) => !types.has('array'));
  const items = new Map(properties.map(([name, , property]) => [name, typesOf(itemsOf(property))]));
  return (fields) => {
    if (lists.length > 0) gatherLists(fields, lists);
    for (const name of lists) {
      const value = fields[name];
      const types = items.get(name) ?? new Set();
      if (Array.isArray(value)) fields[name] = value.map((item) => convert(item, types));
    }
    for (const [name, types] of plain) {
      if (name in fields) fields[name] = convert(fields[name], types);
    }
  };
}

/** Reads a text as a boolean: true/false in any case, 1/0, yes/no, on/off; anything else is undefined. */
export function booleanOf(text: string): boolean | undefined {
  return BOOLEANS.get(text.trim().toLowerCase());
}

function convert(value: unknown, types: ReadonlySet<string>): unknown {
  if (typeof value !== 'string' || types.has('string') || types.size === 0) return value;
  if ((types.has('integer') || types.has('number')) && /^-?\d{1,15}$/.test(value)) return Number(value);
  if (types.has('number') && /^-?\d{1,15}\.\d{1,15}$/.test(value)) return Number(value);
  if (types.has('boolean')) return booleanOf(value) ?? value;
  return types.has('null') && value === '' ? null : value;
}

function gatherLists(fields: Record<string, unknown>, lists: readonly string[]): void {
  for (const [key, value] of Object.entries(fields)) {
    const name = /^(.+)\[\d{0,6}\]$/.exec(key)?.[1];
    if (name === undefined || !lists.includes(name)) continue;
    const list = listOf(fields[name]);
    list.push(...listOf(value));
    fields[name] = list;
    delete fields[key];
  }
  for (const name of lists) {
    if (name in fields) fields[name] = listOf(fields[name]);
  }
}

function listOf(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function propertiesOf(schema: unknown): [name: string, types: Set<string>, property: unknown][] {
  if (!isRecord(schema)) return [];
  const own = isRecord(schema.properties) ? Object.entries(schema.properties) : [];
  const parts = Array.isArray(schema.allOf) ? schema.allOf.flatMap(propertiesOf) : [];
  return [
    ...own.map(([name, property]): [string, Set<string>, unknown] => [name, typesOf(property), property]),
    ...parts,
  ];
}

/** Every type that a value may have, through unions and constants. */
function typesOf(schema: unknown): Set<string> {
  if (!isRecord(schema)) return new Set();
  const alternatives = [schema.anyOf, schema.oneOf].flatMap((list) => (Array.isArray(list) ? list : []));
  const named = [schema.type].flat().filter((type) => typeof type === 'string');
  const values = [...('const' in schema ? [schema.const] : []), ...listOf(schema.enum)].map(typeOfValue);
  return new Set([
    ...named,
    ...(named.length === 0 ? values : []),
    ...alternatives.flatMap((one) => [...typesOf(one)]),
  ]);
}

function itemsOf(schema: unknown): unknown {
  if (!isRecord(schema)) return undefined;
  const alternatives = [schema.anyOf, schema.oneOf].flatMap((list) => (Array.isArray(list) ? list : []));
  return schema.items ?? alternatives.map(itemsOf).find((items) => items !== undefined);
}

function typeOfValue(value: unknown): string {
  if (value === null) return 'null';
  return typeof value === 'number' ? 'number' : typeof value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
