import type { Command } from 'commander';
import { createEvent, listEvents, replaceLinks, requireEvent } from '../modules/workshops/events.ts';
import { takeOverParticipants } from '../modules/workshops/imports.ts';
import { hasSharedPassword } from '../modules/workshops/logins.ts';
import type { EventWithWorkshops, WorkshopLink } from '../modules/workshops/types.ts';
import type { Tx } from '../platform/database/contract.ts';
import type { Records } from '../platform/record-batches.ts';
import { demoEvent, demoLinks, demoPeople } from './demo-data.ts';
import { asOperator, type Operator, type SiteAtHand } from './operator.ts';
import { CommandFailure, hint, say, sayJson } from './output.ts';

/** What `loadDemo` did, and where it can be tried. */
export interface Demo {
  readonly isNew: boolean;
  readonly event: EventWithWorkshops;
  /** Without a slash at the end. */
  readonly address: string;
  readonly hasAdmin: boolean;
  /** Null: the default one. */
  readonly site: string | null;
}

/** `muster demo` */
export function defineDemo(program: Command): void {
  program
    .command('demo')
    .description(
      `Load an event to try the workshops API with: ${demoEvent.name}, ${demoEvent.workshops.length} workshops, ` +
        `${demoPeople.length} participants whose keys are their first names. Where it is here already nothing changes.`,
    )
    .option('--site <slug>', 'the site (default: the default site)')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExamples:\n  muster demo\n  muster demo --site alpha')
    .action(demo);
}

/** Loads the demo event into the tenant of a site, in one transaction. Where an event of its name is, nothing changes. */
export async function loadDemo(operator: Operator, { site, context }: SiteAtHand): Promise<Demo> {
  const { identity } = operator.installation;
  const made = await context.transaction(async (tx) => {
    const present = await findDemo(tx);
    if (present) return { isNew: false, event: present };
    const { id, workshops } = await createEvent(tx, demoEvent);
    await replaceLinks(tx, id, linksAmong(workshops), null);
    const { faults } = await takeOverParticipants(tx, identity, id, recordsOf(demoPeople));
    if (faults[0])
      throw new CommandFailure(`The demo cannot be loaded: ${faults[0].message}. Nothing was changed.`);
    return { isNew: true, event: await requireEvent(tx, id) };
  });
  const hasAdmin = await context.read(hasSharedPassword);
  return { ...made, hasAdmin, address: identity.address(site, ''), site: site.isDefault ? null : site.slug };
}

/** Tells what the demo is and what to try. */
export function sayDemo({ isNew, event, address, hasAdmin, site }: Demo): void {
  const flag = site === null ? '' : ` --site ${site}`;
  const people = demoPeople.map(({ identity }) => identity);
  if (!isNew) say(`The event ${event.name} is here already and stays as it is.`);
  else say(`The demo event ${event.name} is loaded: its id is ${event.id}, it is open for choosing.`);
  say(`Participants sign in by their first names: ${people.join(', ')}.`);
  say('\nTry, while muster serve runs:');
  say(`  curl ${address}/events/${event.id}`);
  say(`  curl -d credential=${people.at(-1)} -d admin_login=0 ${address}/auth/login`);
  say(`  muster event show ${event.name}${flag}`);
  if (!hasAdmin)
    say(`Give the administrator (admin_login=1) a password:\n  muster event admin-password set${flag}`);
  if (isNew)
    hint('The keys are easy to guess: delete the event (muster event delete) before anybody relies on this.');
}

async function demo(options: { site?: string; json?: boolean }): Promise<void> {
  const loaded = await asOperator('demo', async (operator) =>
    loadDemo(operator, await operator.at(options.site)),
  );
  if (options.json) sayJson({ ...loaded, keys: demoPeople.map(({ identity }) => identity) });
  else sayDemo(loaded);
}

async function findDemo(tx: Tx): Promise<EventWithWorkshops | null> {
  const present = (await listEvents(tx, { archived: true })).find(({ name }) => name === demoEvent.name);
  return present ? requireEvent(tx, present.id) : null;
}

function linksAmong(workshops: EventWithWorkshops['workshops']): WorkshopLink[] {
  const ids = new Map(workshops.map(({ title, id }) => [title, id]));
  return demoLinks.flatMap(([one, other, kind]) => {
    const [workshop1Id, workshop2Id] = [ids.get(one), ids.get(other)];
    return workshop1Id === undefined || workshop2Id === undefined ? [] : [{ workshop1Id, workshop2Id, kind }];
  });
}

async function* recordsOf(people: readonly Readonly<Record<string, unknown>>[]): Records {
  let line = 0;
  for (const values of people) {
    line += 1;
    yield { line, values };
  }
}
