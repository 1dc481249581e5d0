import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Command, Option } from 'commander';
import type { Site } from '../modules/tenants/types.ts';
import type { Locale } from '../platform/texts.ts';
import { CommandFailure, describe } from './output.ts';

/** Of commands about the people of one event. */
export interface EventOptions {
  readonly event: string;
  readonly site?: string;
}

/** The flags that name an event and its site. */
export function withEvent(command: Command): Command {
  return command
    .requiredOption('--event <event>', 'the event, by name or id')
    .option('--site <slug>', 'the site (default: the default site)');
}

/** The flag for the language of headings. */
export function withLanguage(command: Command): Command {
  return command.addOption(
    new Option('--lang <language>', "of the headings (default: the site's, else nl)").choices([
      'nl',
      'en',
      'de',
    ]),
  );
}

/** The language of headings: chosen, else the site's, else Dutch, which the document's are (ruling "Excel"). */
export function languageOf(site: Site, chosen: Locale | undefined): Locale {
  return chosen ?? site.config.language ?? 'nl';
}

/** Writes a stream into a file, which is there whole or not at all; without a path to standard output. */
export async function writeOut(stream: Readable, path: string | undefined): Promise<void> {
  if (path === undefined) return pipeline(stream, process.stdout satisfies Writable, { end: false });
  const part = `${path}.part`;
  try {
    await pipeline(stream, createWriteStream(part));
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw new CommandFailure(`${path} cannot be written: ${describe(error)}.`);
  }
}
