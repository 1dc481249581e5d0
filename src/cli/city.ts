import { type Command, InvalidArgumentError } from 'commander';
import {
  addCityAdmin,
  changeCity,
  createCity,
  findSitesOfCity,
  listCities,
  listCityAdmins,
  removeCityAdmin,
  requireCity,
} from '../modules/festival/cities.ts';
import type { City, CityChange } from '../modules/festival/types.ts';
import { findAccount, requireAccountByEither } from '../modules/identity/accounts.ts';
import { isTimeZone } from '../platform/time-zones.ts';
import { asOperator, type Operator, type SiteAtHand } from './operator.ts';
import { CommandFailure, say, sayJson, sayTable } from './output.ts';

interface SiteOptions {
  readonly site?: string;
  readonly json?: boolean;
}

interface CityOptions extends SiteOptions {
  readonly name?: string;
  readonly timezone?: string;
  readonly country?: string;
  readonly locale?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly url?: string;
  readonly contactUsUrl?: string;
  readonly terms?: string;
  readonly welcome?: string;
}

/** `muster city create|update|list|show|pause|resume|activate|deactivate|admin` */
export function defineCity(program: Command): void {
  const city = program
    .command('city')
    .description('Make, change and show cities: the festival faces of sites. A city is named by its slug.');
  withFacts(city.command('create <slug>'))
    .description('Make the city of a site: active, with the usual genres, venue types and rain plans.')
    .requiredOption('--name <name>', 'its name')
    .requiredOption('--timezone <zone>', 'in which its times are local, such as America/New_York', readZone)
    .addHelpText('after', createExamples)
    .action(create);
  withFacts(city.command('update <slug>'))
    .description('Change a city. What is not named stays.')
    .option('--name <name>', 'its name')
    .option('--timezone <zone>', 'in which its times are local', readZone)
    .addHelpText('after', '\nExample:\n  muster city update nf --welcome "Play with us!"')
    .action(update);
  withSite(city.command('list'), 'a site of the tenant (default: the default site)')
    .description("List a tenant's cities.")
    .addHelpText('after', '\nExample:\n  muster city list --site nf --json')
    .action(list);
  withSite(city.command('show <slug>'))
    .description('Show a city.')
    .addHelpText('after', '\nExample:\n  muster city show nf')
    .action(show);
  for (const [verb, change, description] of switches)
    withSite(city.command(`${verb} <slug>`))
      .description(description)
      .addHelpText('after', `\nExample:\n  muster city ${verb} nf`)
      .action((slug: string, options: SiteOptions) => switchTo(verb, slug, change, options));
  defineAdmins(city);
}

const switches: readonly (readonly [string, CityChange, string])[] = [
  ['pause', { isPaused: true }, 'Take no new people, profiles and requests for now.'],
  ['resume', { isPaused: false }, 'Take new people, profiles and requests again.'],
  ['activate', { isActive: true }, 'Put a city on the list.'],
  ['deactivate', { isActive: false }, 'Take a city off the list; it takes nothing then.'],
];

function defineAdmins(city: Command): void {
  const admin = city.command('admin').description('Say who runs a city, besides admins and owners.');
  withSite(admin.command('add <slug> <account>'))
    .description('Let an account, named by username or e-mail, run a city.')
    .addHelpText('after', '\nExample:\n  muster city admin add nf amy')
    .action((slug: string, account: string, options: SiteOptions) =>
      changeAdmins('add', slug, account, options),
    );
  withSite(admin.command('remove <slug> <account>'))
    .description('Let an account run a city no more.')
    .addHelpText('after', '\nExample:\n  muster city admin remove nf amy')
    .action((slug: string, account: string, options: SiteOptions) =>
      changeAdmins('remove', slug, account, options),
    );
  withSite(admin.command('list <slug>'))
    .description('List the accounts that were added to a city.')
    .addHelpText('after', '\nExample:\n  muster city admin list nf')
    .action(listAdmins);
}

/** The site at hand of the city of that slug: of the site named, else the only city of that slug here. */
export async function cityAtHand(
  operator: Operator,
  slug: string,
  site: string | undefined,
): Promise<SiteAtHand & { readonly city: City }> {
  const found =
    site === undefined ? await operator.owner.read((read) => findSitesOfCity(read, slug)) : [site];
  if (found.length > 1)
    throw new CommandFailure(
      `Several tenants have a city "${slug}". Name one with --site: ${found.join(', ')}.`,
    );
  const at = await operator.at(found[0]);
  return { ...at, city: await at.context.read((read) => requireCity(read, slug)) };
}

function withSite(
  command: Command,
  what = 'a site of its tenant (default: the only city of that slug)',
): Command {
  return command.option('--site <slug>', what).option('--json', 'print JSON');
}

function withFacts(command: Command): Command {
  return withSite(
    command,
    'the site whose face it is (default: the one of the same slug, else the default site)',
  )
    .option('--country <name>', 'such as USA')
    .option('--locale <locale>', 'such as en_US')
    .option('--latitude <degrees>', '-90 to 90', Number)
    .option('--longitude <degrees>', '-180 to 180', Number)
    .option('--url <address>', 'its own page on the web')
    .option('--contact-us-url <address>', 'where people ask')
    .option('--terms <text>', 'its terms, or where they stand')
    .option('--welcome <text>', 'what greets people');
}

const createExamples = `
Examples:
  muster city create nf --name "Niagara Falls" --timezone America/New_York --site nf
  muster city create madison --name Madison --timezone America/Chicago --latitude 43.07 --longitude -89.4 --site madison`;

async function create(slug: string, options: CityOptions): Promise<void> {
  const made = await asOperator('city create', async (operator) => {
    const { site, context } = await operator.at(options.site ?? (await siteNamed(operator, slug)));
    const { name = slug, timezone: timeZone = 'UTC' } = options;
    const wanted = { ...readFacts(options), slug, name, timeZone };
    return context.transaction((tx) => createCity(tx, site.id, wanted));
  });
  if (options.json) sayJson(made);
  else say(`City ${made.slug} is made; it answers on ${made.host}.`);
}

async function update(slug: string, options: CityOptions): Promise<void> {
  const changed = await onCity('update', slug, options, (at) =>
    at.context.transaction((tx) => changeCity(tx, at.city.id, readFacts(options))),
  );
  if (options.json) sayJson(changed);
  else describe(changed);
}

async function list(options: SiteOptions): Promise<void> {
  const cities = await asOperator('city list', async (operator) =>
    (await operator.at(options.site)).context.read(listCities),
  );
  if (options.json) return sayJson(cities);
  const rows = cities.map((one) => [one.slug, one.name, one.timeZone, one.host, stateOf(one)]);
  sayTable(
    ['CITY', 'NAME', 'TIME ZONE', 'HOST', 'STATE'],
    rows,
    'There is no city: muster city create makes one.',
  );
}

async function show(slug: string, options: SiteOptions): Promise<void> {
  const city = await onCity('show', slug, options, async (at) => at.city);
  if (options.json) sayJson(city);
  else describe(city);
}

async function switchTo(verb: string, slug: string, change: CityChange, options: SiteOptions): Promise<void> {
  const changed = await onCity(verb, slug, options, (at) =>
    at.context.transaction((tx) => changeCity(tx, at.city.id, change)),
  );
  if (options.json) sayJson(changed);
  else say(`City ${changed.slug} is ${stateOf(changed)}.`);
}

async function changeAdmins(
  verb: 'add' | 'remove',
  slug: string,
  who: string,
  options: SiteOptions,
): Promise<void> {
  const account = await onCity(`admin ${verb}`, slug, options, ({ context, city }) =>
    context.transaction(async (tx) => {
      const found = await requireAccountByEither(tx, who);
      if (verb === 'add') await addCityAdmin(tx, city.id, found.id);
      else if (!(await removeCityAdmin(tx, city.id, found.id)))
        throw new CommandFailure(`${found.username} was not added to ${slug}.`);
      return found;
    }),
  );
  if (options.json) sayJson({ city: slug, username: account.username, runs: verb === 'add' });
  else say(`${account.username} ${verb === 'add' ? 'runs' : 'no longer runs'} ${slug}.`);
}

async function listAdmins(slug: string, options: SiteOptions): Promise<void> {
  const people = await onCity('admin list', slug, options, ({ context, city }) =>
    context.read(async (read) => {
      const ids = await listCityAdmins(read, city.id);
      const found = await Promise.all(ids.map((id) => findAccount(read, id)));
      return found.flatMap((one) =>
        one ? [{ username: one.username, email: one.email, name: one.name }] : [],
      );
    }),
  );
  if (options.json) return sayJson(people);
  const rows = people.map(({ username, email, name }) => [username, email, name]);
  sayTable(['ACCOUNT', 'E-MAIL', 'NAME'], rows, 'Nobody was added: admins and owners of the tenant run it.');
}

function onCity<T>(
  verb: string,
  slug: string,
  { site }: SiteOptions,
  work: (at: SiteAtHand & { readonly city: City }) => Promise<T>,
): Promise<T> {
  return asOperator(`city ${verb}`, async (operator) => work(await cityAtHand(operator, slug, site)));
}

/** The slug where a site has it too, else none: the default site is meant. */
async function siteNamed({ installation }: Operator, slug: string): Promise<string | undefined> {
  const site = await installation.directory.resolve(slug);
  return site?.slug === slug ? slug : undefined;
}

function readFacts(options: CityOptions): CityChange {
  const { name, timezone: timeZone, country, locale, latitude, longitude, url, terms } = options;
  return {
    ...(name !== undefined && { name }),
    ...(timeZone !== undefined && { timeZone }),
    ...(country !== undefined && { country }),
    ...(locale !== undefined && { locale }),
    ...(latitude !== undefined && { latitude }),
    ...(longitude !== undefined && { longitude }),
    ...(url !== undefined && { url }),
    ...(options.contactUsUrl !== undefined && { contactUsUrl: options.contactUsUrl }),
    ...(terms !== undefined && { terms }),
    ...(options.welcome !== undefined && { welcomeBlurb: options.welcome }),
  };
}

function readZone(text: string): string {
  if (isTimeZone(text)) return text;
  throw new InvalidArgumentError('Allowed: a time zone such as America/New_York.');
}

function stateOf({ isActive, isPaused }: City): string {
  if (!isActive) return 'inactive';
  return isPaused ? 'paused' : 'active';
}

function describe(city: City): void {
  say(`city:       ${city.slug}`);
  say(`name:       ${city.name}`);
  say(`state:      ${stateOf(city)}`);
  say(`host:       ${city.host}`);
  say(`time zone:  ${city.timeZone}`);
  say(`place:      ${city.latitude}, ${city.longitude} (${city.country}, ${city.locale})`);
  say(`id:         ${city.uuid}`);
}
