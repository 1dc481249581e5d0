import type { Command } from 'commander';
import { createFestival, launchFestival, listFestivals } from '../modules/festival/festivals.ts';
import type { City, Festival } from '../modules/festival/types.ts';
import { systemClock } from '../platform/clock.ts';
import { readMoment, writeMoment } from '../platform/time-zones.ts';
import { cityAtHand } from './city.ts';
import { asOperator } from './operator.ts';
import { say, sayJson, sayTable, UsageError } from './output.ts';

interface CityOptions {
  readonly city: string;
  readonly site?: string;
  readonly json?: boolean;
}

interface CreateOptions extends CityOptions {
  readonly start: string;
  readonly end: string;
  readonly name?: string;
  readonly registrationCloses?: string;
  readonly matchmakingCloses?: string;
  readonly draft?: boolean;
}

/** `muster festival create|launch|list` */
export function defineFestival(program: Command): void {
  const festival = program.command('festival').description('Make, launch and list the festivals of a city.');
  withCity(festival.command('create'))
    .description('Make a festival, launched unless it is a draft.')
    .requiredOption('--start <moment>', 'when it begins')
    .requiredOption('--end <moment>', 'when it ends')
    .option('--name <name>', 'its name (default: the city and the year)')
    .option('--registration-closes <moment>', 'until when people may make profiles (default: its end)')
    .option('--matchmaking-closes <moment>', 'until when bookings may be changed (default: its end)')
    .option('--draft', 'do not launch it yet')
    .addHelpText('after', createHelp)
    .action(create);
  withCity(festival.command('launch <id>'))
    .description('Open a draft: from now on people register for it and ask each other.')
    .addHelpText('after', '\nExample:\n  muster festival launch 0198c2b0-… --city nf')
    .action(launch);
  withCity(festival.command('list'))
    .description('List the festivals of a city by date.')
    .addHelpText('after', '\nExample:\n  muster festival list --city nf')
    .action(list);
}

function withCity(command: Command): Command {
  return command
    .requiredOption('--city <slug>', 'the city')
    .option('--site <slug>', 'a site of its tenant (default: the only city of that slug)')
    .option('--json', 'print JSON');
}

const createHelp = `
Moments are ISO 8601, local in the city's time zone where no offset is given.

Example:
  muster festival create --city nf --start 2027-06-21T08:00:00 --end 2027-06-21T21:00:00`;

async function create(options: CreateOptions): Promise<void> {
  const made = await asOperator('festival create', async (operator) => {
    const { context, city } = await cityAtHand(operator, options.city, options.site);
    const read = (option: string, text: string) => readTime(option, text, city);
    const { registrationCloses, matchmakingCloses } = options;
    const draft = {
      startsAt: read('--start', options.start),
      endsAt: read('--end', options.end),
      ...(options.name !== undefined && { name: options.name }),
      ...(registrationCloses !== undefined && {
        registrationClosesAt: read('--registration-closes', registrationCloses),
      }),
      ...(matchmakingCloses !== undefined && {
        matchmakingClosesAt: read('--matchmaking-closes', matchmakingCloses),
      }),
    };
    const isDraft = options.draft ?? false;
    return {
      city,
      festival: await context.transaction((tx) => createFestival(tx, city, draft, { isDraft })),
    };
  });
  if (options.json) sayJson(made.festival);
  else
    say(`Festival ${made.festival.name} is made; its id is ${made.festival.uuid}. ${stateOf(made.festival)}`);
}

async function launch(id: string, options: CityOptions): Promise<void> {
  const launched = await asOperator('festival launch', async (operator) => {
    const { context, city } = await cityAtHand(operator, options.city, options.site);
    return context.transaction((tx) => launchFestival(tx, city, id.trim().toLowerCase()));
  });
  if (options.json) sayJson(launched);
  else say(`Festival ${launched.name}: ${stateOf(launched)}`);
}

async function list(options: CityOptions): Promise<void> {
  const { city, festivals } = await asOperator('festival list', async (operator) => {
    const at = await cityAtHand(operator, options.city, options.site);
    return { ...at, festivals: await at.context.read((read) => listFestivals(read, at.city.id)) };
  });
  if (options.json) return sayJson(festivals);
  const rows = festivals.map((one) => [
    one.uuid,
    one.name,
    writeMoment(one.startsAt, city.timeZone),
    writeMoment(one.endsAt, city.timeZone),
    stateOf(one),
  ]);
  sayTable(
    ['ID', 'FESTIVAL', 'STARTS', 'ENDS', 'STATE'],
    rows,
    'It has no festival: muster festival create makes one.',
  );
}

function readTime(option: string, text: string, { timeZone }: City): Date {
  const moment = readMoment(text, timeZone);
  if (moment) return moment;
  throw new UsageError(
    `${option} is "${text}". Allowed: 2027-06-21T08:00:00, 2027-06-21T08:00-04:00, 2027-06-21.`,
  );
}

function stateOf({ launchedAt, endsAt }: Festival): string {
  if (launchedAt === null) return 'draft';
  return endsAt > systemClock.now() ? 'launched' : 'over';
}
