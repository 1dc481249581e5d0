import type { Command } from 'commander';
import { demoFacts, loadDemo } from '../modules/workshops/demo.ts';
import { hasSharedPassword } from '../modules/workshops/logins.ts';
import type { EventWithWorkshops } from '../modules/workshops/types.ts';
import { asOperator, type Operator, type SiteAtHand } from './operator.ts';
import { hint, say, sayJson } from './output.ts';

/** What `loadDemoAt` did, and where it can be tried. */
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
      `Load an event to try the workshops API with: ${demoFacts.name}, ${demoFacts.workshops} workshops, ` +
        `${demoFacts.keys.length} participants whose keys are their first names. Where it is here already nothing changes.`,
    )
    .option('--site <slug>', 'the site (default: the default site)')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExamples:\n  muster demo\n  muster demo --site alpha')
    .action(demo);
}

/** Loads the demo event into the tenant of a site, in one transaction. Where an event of its name is, nothing changes. */
export async function loadDemoAt(operator: Operator, { site, context }: SiteAtHand): Promise<Demo> {
  const { identity } = operator.installation;
  const made = await context.transaction((tx) => loadDemo(tx, identity));
  const hasAdmin = await context.read(hasSharedPassword);
  return { ...made, hasAdmin, address: identity.address(site, ''), site: site.isDefault ? null : site.slug };
}

/** Tells what the demo is and what to try. */
export function sayDemo({ isNew, event, address, hasAdmin, site }: Demo): void {
  const flag = site === null ? '' : ` --site ${site}`;
  const people = demoFacts.keys;
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
    loadDemoAt(operator, await operator.at(options.site)),
  );
  if (options.json) sayJson({ ...loaded, keys: demoFacts.keys });
  else sayDemo(loaded);
}
