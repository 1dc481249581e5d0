/** Excel refuses longer names, and so calls the whole workbook corrupt. In UTF-16 units. */
const longestName = 31;

/**
 * Names under which Excel takes sheets with these titles, in their order: at most 31 UTF-16 units, without
 * `\ * ? : / [ ]` and control characters, with no apostrophe at the ends, never empty (`Sheet`), never its own `History`.
 * Titles that come out alike, without regard to case, are numbered: `Yoga`, `Yoga (2)`. A number never takes the name of
 * another title.
 */
export function safeSheetNames(titles: readonly string[]): string[] {
  const taken = new Set<string>();
  const plain = titles.map(plainName);
  const isFirst = plain.map((name) => {
    const known = taken.has(fold(name));
    taken.add(fold(name));
    return !known;
  });
  return plain.map((name, at) => (isFirst[at] ? name : numbered(name, taken)));
}

/**
 * Takes a name for a sheet, unless Excel refuses it as such or beside those taken.
 * @param taken the names so far, folded; the name is added
 */
export function takeSheetName(name: string, taken: Set<string>): boolean {
  const isFree = plainName(name) === name && !taken.has(fold(name));
  if (isFree) taken.add(fold(name));
  return isFree;
}

function fold(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function plainName(title: string): string {
  const legal = title
    .toWellFormed()
    .replace(/[\\/:]/g, '-')
    .replace(/[*?]/g, '')
    .replaceAll('[', '(')
    .replaceAll(']', ')')
    .replace(/[\s\p{Cc}\uFFFE\uFFFF]+/gu, ' ');
  const name = bare(cut(bare(legal), longestName));
  if (name === '') return 'Sheet';
  return fold(name) === 'history' ? `${name} -` : name;
}

/** Without blanks and apostrophes at the ends. */
function bare(name: string): string {
  return name.replace(/^[\s']+|[\s']+$/g, '');
}

/** Never through the middle of a surrogate pair. */
function cut(name: string, length: number): string {
  return name.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}

function numbered(name: string, taken: Set<string>): string {
  for (let number = 2; ; number += 1) {
    const suffix = ` (${number})`;
    const candidate = bare(cut(name, longestName - suffix.length)) + suffix;
    if (taken.has(fold(candidate))) continue;
    taken.add(fold(candidate));
    return candidate;
  }
}
