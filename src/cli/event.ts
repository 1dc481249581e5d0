import type { Command } from 'commander';
import {
  copyEvent,
  createEvent,
  deleteEvent,
  editEvent,
  listEvents,
  listLinks,
  replaceLinks,
  requireEvent,
  requireEventNamed,
  setArchived,
} from '../modules/workshops/events.ts';
import type { EventChange, EventWithWorkshops, WorkshopLink } from '../modules/workshops/types.ts';
import type { Context, Tx } from '../platform/database/contract.ts';
import { defineAdminPassword } from './event-admin-password.ts';
import { type LinkOfFile, readLinks, readWorkshops, type WorkshopsOfFile } from './event-files.ts';
import { momentHelp, readTimes, readZone, sayState, sayTime, type TimesOptions } from './event-times.ts';
import { asOperator } from './operator.ts';
import { say, sayJson, sayTable, UsageError } from './output.ts';
import { requireYes } from './questions.ts';

interface SiteOptions {
  readonly site?: string;
  readonly json?: boolean;
}

interface CreateOptions extends SiteOptions, TimesOptions {
  readonly open?: boolean;
  readonly from?: string;
  readonly links?: string;
}

/** `muster event create|list|show|open|close|copy|archive|unarchive|delete|admin-password` */
export function defineEvent(program: Command): void {
  const event = program
    .command('event')
    .description(
      'Make, open, close, copy, archive and delete events of workshops. An event is named by name or id.',
    );
  withTimes(event.command('create <name>'))
    .description('Make an event, closed unless told otherwise.')
    .option('--open', 'participants may choose at once, or within its times')
    .option(
      '--from <file>',
      'with the workshops of a file: what GET /events/{id} answers, here or on an old server',
    )
    .option('--links <file>', 'and their links: what GET /events/{id}/workshop_links answers there')
    .addHelpText('after', createHelp)
    .action(create);
  withSite(event.command('list'))
    .description('List the events.')
    .option('--archived', 'the archived ones too')
    .addHelpText('after', '\nExample:\n  muster event list --site alpha --json')
    .action(list);
  withSite(event.command('show <event>'))
    .description('Show an event with its workshops, their places and links.')
    .addHelpText('after', '\nExample:\n  muster event show workshops2027 --site alpha')
    .action(show);
  withTimes(event.command('open <event>'))
    .description('Let participants choose, at once or within the times. none takes a time away.')
    .addHelpText('after', openHelp)
    .action((name: string, options: SiteOptions & TimesOptions) =>
      change('open', name, { available: true }, options),
    );
  withSite(event.command('close <event>'))
    .description('Let participants choose no more. What they chose stays.')
    .addHelpText('after', '\nExample:\n  muster event close workshops2027')
    .action((name: string, options: SiteOptions) => change('close', name, { available: false }, options));
  withSite(event.command('copy <event> <name>'))
    .description('Copy an event with its workshops and links, closed and without people.')
    .addHelpText('after', '\nExample:\n  muster event copy workshops2026 workshops2027')
    .action(copy);
  defineEnd(event);
  defineAdminPassword(event);
}

function defineEnd(event: Command): void {
  withSite(event.command('archive <event>'))
    .description('Close and hide an event; its keys open nothing any more. Nothing is lost.')
    .option('--forget-participants', 'delete its participants with what they chose, for good')
    .option('--yes', 'do not ask')
    .addHelpText(
      'after',
      '\nExamples:\n  muster event archive workshops2026\n  muster event archive workshops2026 --forget-participants',
    )
    .action(archive);
  withSite(event.command('unarchive <event>'))
    .description('Take an event out of the archive.')
    .addHelpText('after', '\nExample:\n  muster event unarchive workshops2026')
    .action(unarchive);
  event
    .command('delete <event>')
    .description('Delete an event with its workshops, participants and what they chose, for good.')
    .option('--site <slug>', 'the site (default: the default site)')
    .option('--yes', 'do not ask')
    .addHelpText('after', '\nExample:\n  muster event delete workshops2018 --yes')
    .action(remove);
}

function withSite(command: Command): Command {
  return command
    .option('--site <slug>', 'the site (default: the default site)')
    .option('--json', 'print JSON');
}

function withTimes(command: Command): Command {
  return withSite(command)
    .option('--opens-at <moment>', 'while it is open, from when participants may choose')
    .option('--closes-at <moment>', 'and until when')
    .option(
      '--time-zone <zone>',
      'where its times are read and shown, such as Europe/Brussels (UTC)',
      readZone,
    );
}

const createHelp = `${momentHelp}

Examples:
  muster event create workshops2027 --time-zone Europe/Brussels --opens-at 2027-03-01T12:00 --open
  curl https://old.example.org/events/1 > event.json
  muster event create workshops2027 --from event.json --site alpha`;

const openHelp = `${momentHelp}

Examples:
  muster event open workshops2027
  muster event open workshops2027 --opens-at 2027-03-01T12:00 --closes-at 2027-03-05T18:00
  muster event open workshops2027 --closes-at none`;

async function create(name: string, options: CreateOptions): Promise<void> {
  if (options.links !== undefined && options.from === undefined)
    throw new UsageError('--links goes with --from, which says what its numbers mean.');
  const workshops = options.from === undefined ? [] : await readWorkshops(options.from);
  const links = options.links === undefined ? [] : await readLinks(options.links);
  const wanted = {
    name,
    available: options.open ?? false,
    ...readTimes(options, options.timeZone ?? 'UTC'),
    workshops: workshops.map(({ draft }) => draft),
  };
  const made = await inTenant('create', options, (context) =>
    context.transaction(async (tx) => {
      const { id, workshops: fresh } = await createEvent(tx, wanted);
      if (links.length > 0) await replaceLinks(tx, id, renumber(links, workshops, fresh), null);
      return requireEvent(tx, id);
    }),
  );
  if (options.json) sayJson(made);
  else say(`Event ${made.name} is made; its id is ${made.id}. ${sayState(made)}`);
}

async function list(options: SiteOptions & { archived?: boolean }): Promise<void> {
  const events = await inTenant('list', options, (context) =>
    context.read((read) => listEvents(read, { archived: options.archived ?? false })),
  );
  if (options.json) return sayJson(events);
  const rows = events.map((one) => [String(one.id), one.name, sayState(one)]);
  sayTable(['ID', 'EVENT', 'STATE'], rows, 'There is no event: muster event create makes one.');
}

async function show(name: string, options: SiteOptions): Promise<void> {
  const shown = await inTenant('show', options, (context) =>
    context.read(async (read) => {
      const event = await requireEventNamed(read, name);
      return { event, ...(await listLinks(read, event.id)) };
    }),
  );
  if (options.json) sayJson({ ...shown.event, links: shown.links });
  else describe(shown.event, shown.links);
}

async function change(
  verb: 'open' | 'close',
  name: string,
  switched: Pick<EventChange, 'available'>,
  options: SiteOptions & TimesOptions,
): Promise<void> {
  const changed = await onEvent(verb, name, options, async (tx, event) => {
    const times = readTimes(options, options.timeZone ?? event.timeZone);
    return (await editEvent(tx, event.id, { ...switched, ...times }, null)).event;
  });
  if (options.json) sayJson(changed);
  else say(`Event ${changed.name}: ${sayState(changed)}`);
}

async function copy(name: string, newName: string, options: SiteOptions): Promise<void> {
  const made = await onEvent('copy', name, options, (tx, { id }) => copyEvent(tx, id, newName));
  if (options.json) sayJson(made);
  else say(`Event ${made.name} is made with ${made.workshops.length} workshops; its id is ${made.id}.`);
}

interface ArchiveOptions extends SiteOptions {
  readonly forgetParticipants?: boolean;
  readonly yes?: boolean;
}

async function archive(name: string, options: ArchiveOptions): Promise<void> {
  const forgetParticipants = options.forgetParticipants ?? false;
  if (forgetParticipants)
    await requireYes(options, name, `This deletes everybody in ${name} with what they chose, for good.`);
  const archived = await onEvent('archive', name, options, (tx, { id }) =>
    setArchived(tx, id, { isArchived: true, forgetParticipants }),
  );
  if (options.json) sayJson(archived);
  else
    say(`Event ${archived.name} is archived${forgetParticipants ? ', its participants are forgotten' : ''}.`);
}

async function unarchive(name: string, options: SiteOptions): Promise<void> {
  const back = await onEvent('unarchive', name, options, (tx, { id }) =>
    setArchived(tx, id, { isArchived: false, forgetParticipants: false }),
  );
  if (options.json) sayJson(back);
  else say(`Event ${back.name} is out of the archive: ${sayState(back)}`);
}

async function remove(name: string, options: SiteOptions & { yes?: boolean }): Promise<void> {
  await requireYes(options, name, `This deletes the event ${name} with its participants, for good.`);
  await onEvent('delete', name, options, (tx, { id }) => deleteEvent(tx, id, null));
  say(`Event ${name} is deleted.`);
}

function inTenant<T>(verb: string, options: SiteOptions, work: (context: Context) => Promise<T>): Promise<T> {
  return asOperator(`event ${verb}`, async (operator) => work((await operator.at(options.site)).context));
}

function onEvent<T>(
  verb: string,
  name: string,
  options: SiteOptions,
  work: (tx: Tx, event: EventWithWorkshops) => Promise<T>,
): Promise<T> {
  return inTenant(verb, options, (context) =>
    context.transaction(async (tx) => work(tx, await requireEventNamed(tx, name))),
  );
}

function describe(event: EventWithWorkshops, links: readonly WorkshopLink[]): void {
  say(`event:      ${event.name}`);
  say(`id:         ${event.id}`);
  say(`state:      ${sayState(event)}`);
  say(`time zone:  ${event.timeZone}`);
  say(`opens at:   ${sayTime(event.opensAt, event)}`);
  say(`closes at:  ${sayTime(event.closesAt, event)}`);
  const rows = event.workshops.map((workshop) => [
    String(workshop.id),
    workshop.moment,
    workshop.title,
    workshop.targetGroup === '' ? 'all' : workshop.targetGroup,
    `${workshop.taken} of ${workshop.capacity}`,
  ]);
  say('');
  sayTable(['ID', 'MOMENT', 'WORKSHOP', 'GROUPS', 'PLACES TAKEN'], rows, 'It has no workshops yet.');
  for (const { workshop1Id, workshop2Id, kind } of links)
    say(`${workshop1Id} and ${workshop2Id} ${kind === 'inclusive' ? 'go together' : 'cannot be combined'}`);
}

/** A link's numbers are those of the file; the workshops made of it stand in its order. */
function renumber(
  links: readonly LinkOfFile[],
  workshops: WorkshopsOfFile,
  fresh: EventWithWorkshops['workshops'],
): WorkshopLink[] {
  const ids = new Map(workshops.map(({ oldId }, at) => [oldId, fresh[at]?.id]));
  return links.map(({ workshop1Id, workshop2Id, kind }) => {
    const [one, other] = [ids.get(workshop1Id), ids.get(workshop2Id)];
    if (one === undefined || other === undefined)
      throw new UsageError(
        `The link of ${workshop1Id} and ${workshop2Id} names a workshop that --from does not have.`,
      );
    return { workshop1Id: one, workshop2Id: other, kind };
  });
}
