import type { Source, Violation } from './sources.ts';

/** Finds files that import each other in a circle, types counted too; each circle is told once. */
export function findCircles(sources: readonly Source[]): Violation[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const done = new Set<string>();
  const found: Violation[] = [];
  const visit = (source: Source, trail: readonly string[]): void => {
    const start = trail.indexOf(source.path);
    if (start >= 0) found.push(tell(byPath, [...trail.slice(start), source.path]));
    if (start >= 0 || done.has(source.path)) return;
    for (const { target } of source.imports) {
      const next = target ? byPath.get(target) : undefined;
      if (next) visit(next, [...trail, source.path]);
    }
    done.add(source.path);
  };
  for (const source of sources) visit(source, []);
  return found;
}

function tell(byPath: ReadonlyMap<string, Source>, circle: readonly string[]): Violation {
  const [path = '', next] = circle;
  const line = byPath.get(path)?.imports.find(({ target }) => target === next)?.line ?? 1;
  const says = `closes a circle: ${circle.join(' → ')}. Move what they share into a file below both (types.ts, rules.ts).`;
  return { path, line, says };
}
