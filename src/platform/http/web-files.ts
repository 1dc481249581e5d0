import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { randomHex, systemRandom } from '../random.ts';
import { CONTENT_SECURITY_POLICY } from './security-headers.ts';

/** A built file as it is sent. */
export interface WebFile {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

export interface WebFiles {
  /** A page with a nonce of its own for the style elements that its scripts make; null where nothing is built. */
  page(name: 'index.html' | 'participant.html'): WebFile | null;
  /** A file of `assets/`, compressed as the reader takes it; null for a name that is not among them. */
  asset(name: string, acceptEncoding: string | undefined): WebFile | null;
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};
const encodings = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
] as const;
/** Of a file whose name changes with its content. */
const forever = 'public, max-age=31536000, immutable';

/**
 * Reads the built pages. Only names that stand in the folder's listing are served, so no path can lead out of it; a new
 * build is seen by its time.
 * @param folder `web/dist`; it may be missing, and come later
 */
export function openWebFiles(folder: string): WebFiles {
  let builtAt = -1;
  let names: ReadonlySet<string> = new Set();
  let kept = new Map<string, Buffer>();
  const look = () => {
    const now = statSync(join(folder, 'index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (now === builtAt) return;
    builtAt = now;
    kept = new Map();
    names = new Set(now === 0 ? [] : readNames(join(folder, 'assets')));
  };
  const read = (name: string): Buffer | null => {
    const body = kept.get(name) ?? readIfThere(join(folder, name));
    if (body !== null) kept.set(name, body);
    return body;
  };
  return {
    page(name) {
      look();
      const text = builtAt === 0 ? null : read(name);
      return text && pageOf(text.toString('utf8'));
    },
    asset(name, acceptEncoding) {
      look();
      if (!names.has(name) || !(extname(name) in types)) return null;
      const encoding = encodings.find(
        (one) => takes(acceptEncoding, one.name) && names.has(`${name}${one.suffix}`),
      );
      const body = read(`assets/${name}${encoding?.suffix ?? ''}`);
      const headers = {
        'content-type': types[extname(name)] ?? 'application/octet-stream',
        'cache-control': forever,
        vary: 'accept-encoding',
        ...(encoding && { 'content-encoding': encoding.name }),
      };
      return body && { body, headers };
    },
  };
}

function pageOf(text: string): WebFile {
  const nonce = randomHex(systemRandom, 16);
  const policy = CONTENT_SECURITY_POLICY.replace("style-src 'self'", `style-src 'self' 'nonce-${nonce}'`);
  return {
    body: Buffer.from(text.replace('%CSP_NONCE%', nonce)),
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': 'no-cache',
    },
  };
}

/** Whether `Accept-Encoding` names the coding and does not weigh it 0. */
function takes(accepted: string | undefined, coding: string): boolean {
  return (accepted ?? '').split(',').some((part) => {
    const [name, ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    return name === coding && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
}

function readNames(folder: string): string[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

/** Null also while a build puts a new folder in place of the old one. */
function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
