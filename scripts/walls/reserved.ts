import ts from 'typescript';
import { isTest } from './places.ts';
import { lineOf, type Source, type Violation, walk } from './sources.ts';

/** Finds words that belong to a few files only: the environment, the clock, chance, SQL, the cross-tenant handle. */
export function judgeReservedWords(source: Source, mayCrossTenants: readonly string[]): Violation[] {
  if (isTest(source.path) || !source.path.startsWith('src/')) return [];
  const found: Violation[] = [];
  walk(source.syntax, (node) => {
    const says = rules.map((rule) => rule(node, source.path)).find((sentence) => sentence !== undefined);
    if (says) found.push({ path: source.path, line: lineOf(source.syntax, node), says });
    if (isMember(node, 'acrossTenants') && !mayCrossTenants.includes(source.path)) {
      found.push({ path: source.path, line: lineOf(source.syntax, node), says: crossing });
    }
  });
  return found;
}

/** Whether a file asks for the cross-tenant handle, so that a name which no longer does can leave the list. */
export function crossesTenants(source: Source): boolean {
  let crosses = false;
  walk(source.syntax, (node) => {
    crosses ||= isMember(node, 'acrossTenants');
  });
  return crosses;
}

type Rule = (node: ts.Node, path: string) => string | undefined;

const crossing =
  'asks for the handle across tenants (rule 5). Use the scope of one tenant; if it really must see all of them, name the file with its reason in scripts/check-walls.ts.';

const clockFile = 'src/platform/clock.ts';
const randomFile = 'src/platform/random.ts';
const timingPlaces = /^src\/(platform\/|app\.ts$|cli\/)/;
const sqlPlaces = /^src\/(platform\/(database\/|jobs|throttle)|modules\/.*\.queries\.ts$)/;
const sqlVerbs = ['selectFrom', 'insertInto', 'updateTable', 'deleteFrom', 'mergeInto', 'selectNoFrom'];
const chance = /^(random[A-Z]\w*|getRandomValues|webcrypto)$/;

const environment: Rule = (node, path) => {
  if (path === 'src/config.ts') return undefined;
  const read = isMemberOf(node, 'process', 'env') || importsName(node, /^(node:)?process$/, /^env$/);
  return read
    ? 'reads the environment. Only src/config.ts does: add a key to its schema and take the value from the caller.'
    : undefined;
};

const clock: Rule = (node, path) => {
  if (path === clockFile) return undefined;
  const asks =
    (ts.isNewExpression(node) && isNamed(node.expression, 'Date') && (node.arguments?.length ?? 0) === 0) ||
    (ts.isCallExpression(node) && isNamed(node.expression, 'Date')) ||
    isMemberOf(node, 'Date', 'now');
  return asks
    ? 'asks the time itself. Take it from the context (`clock.now()`), which a test can set; only platform/clock.ts asks.'
    : undefined;
};

const timing: Rule = (node, path) => {
  const measures = isMemberOf(node, 'performance', 'now') || isMemberOf(node, 'process', 'hrtime');
  if (!measures || timingPlaces.test(path)) return undefined;
  return 'measures durations. That is machinery: do it in platform/ (metrics, request log).';
};

const random: Rule = (node, path) => {
  if (path === randomFile) return undefined;
  const draws =
    isMemberOf(node, 'Math', 'random') ||
    (ts.isPropertyAccessExpression(node) &&
      isNamed(node.expression, 'crypto') &&
      chance.test(node.name.text)) ||
    importsName(node, /^(node:)?crypto$/, chance);
  return draws
    ? 'draws chance itself. Take it from the context (`random`), which a test can set; only platform/random.ts draws.'
    : undefined;
};

const sql: Rule = (node, path) => {
  if (sqlPlaces.test(path)) return undefined;
  const tagged = ts.isTaggedTemplateExpression(node) && startsAt(node.tag, 'sql');
  const built =
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    sqlVerbs.includes(node.expression.name.text);
  return tagged || built
    ? 'composes SQL. Put it as one function into <nouns>.queries.ts (or platform/database) and call that.'
    : undefined;
};

const rules: readonly Rule[] = [environment, clock, timing, random, sql];

function isNamed(node: ts.Node, name: string): boolean {
  return ts.isIdentifier(node) && node.text === name;
}

/** `anything.name`, also through `?.`. */
function isMember(node: ts.Node, name: string): boolean {
  return ts.isPropertyAccessExpression(node) && node.name.text === name;
}

/** `object.name`, `object['name']` and `const { name } = object`. */
function isMemberOf(node: ts.Node, object: string, name: string): boolean {
  if (ts.isPropertyAccessExpression(node)) return isNamed(node.expression, object) && node.name.text === name;
  if (ts.isElementAccessExpression(node)) {
    const key = node.argumentExpression;
    return isNamed(node.expression, object) && ts.isStringLiteralLike(key) && key.text === name;
  }
  if (!ts.isVariableDeclaration(node) || !node.initializer || !isNamed(node.initializer, object))
    return false;
  if (!ts.isObjectBindingPattern(node.name)) return false;
  return node.name.elements.some((element) => isNamed(element.propertyName ?? element.name, name));
}

function importsName(node: ts.Node, specifier: RegExp, name: RegExp): boolean {
  if (!ts.isImportDeclaration(node) || !ts.isStringLiteral(node.moduleSpecifier)) return false;
  if (!specifier.test(node.moduleSpecifier.text)) return false;
  const named = node.importClause?.namedBindings;
  if (!named || !ts.isNamedImports(named)) return false;
  return named.elements.some((element) => name.test((element.propertyName ?? element.name).text));
}

/** `sql`, `sql.ref`, `sql<Row>`: the name a chain begins with. */
function startsAt(node: ts.Node, name: string): boolean {
  if (ts.isPropertyAccessExpression(node) || ts.isCallExpression(node))
    return startsAt(node.expression, name);
  return isNamed(node, name);
}
