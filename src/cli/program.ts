import { Command, CommanderError } from 'commander';
import packageFile from '../../package.json' with { type: 'json' };
import { tell, UsageError } from './output.ts';

/** Adds a command with its options to the program. */
type Define = (program: Command) => void;

interface Noun {
  readonly summary: string;
  /** Loads the file only when the command is wanted: the whole of them takes a quarter of a second. */
  readonly load: () => Promise<Define>;
}

const nouns: Readonly<Record<string, Noun>> = {
  serve: { summary: 'serve the APIs', load: async () => (await import('./serve.ts')).defineServe },
  work: {
    summary: 'do the jobs of the queue in a process of its own',
    load: async () => (await import('./work.ts')).defineWork,
  },
  migrate: {
    summary: 'bring the database up to this version',
    load: async () => (await import('./migrate.ts')).defineMigrate,
  },
  init: {
    summary: 'make the database and its administrator, or empty it',
    load: async () => (await import('./init.ts')).defineInit,
  },
  doctor: {
    summary: 'check everything Muster needs, and say what to do',
    load: async () => (await import('./doctor.ts')).defineDoctor,
  },
  site: { summary: 'make, change and show sites', load: async () => (await import('./site.ts')).defineSite },
  tenant: {
    summary: 'list, suspend and delete tenants',
    load: async () => (await import('./tenant.ts')).defineTenant,
  },
  account: {
    summary: 'make, change and erase accounts',
    load: async () => (await import('./account.ts')).defineAccount,
  },
  course: {
    summary: 'make, change, list and import courses',
    load: async () => (await import('./course.ts')).defineCourse,
  },
  event: {
    summary: 'make, open, close, copy, archive and delete events of workshops',
    load: async () => (await import('./event.ts')).defineEvent,
  },
  city: {
    summary: 'make, change and show cities of the festival, and say who runs them',
    load: async () => (await import('./city.ts')).defineCity,
  },
  festival: {
    summary: 'make, launch and list the festivals of a city',
    load: async () => (await import('./festival.ts')).defineFestival,
  },
  participants: {
    summary: 'import and export the participants of an event',
    load: async () => (await import('./participants.ts')).defineParticipants,
  },
  registrations: {
    summary: 'export who chose which workshop',
    load: async () => (await import('./registrations.ts')).defineRegistrations,
  },
  demo: {
    summary: 'load an event to try the workshops API with',
    load: async () => (await import('./demo.ts')).defineDemo,
  },
  certificate: {
    summary: 'issue, revoke and list certificates',
    load: async () => (await import('./certificate.ts')).defineCertificate,
  },
  import: {
    summary: 'bring people, tokens, OAuth clients, enrolments and codes along',
    load: async () => (await import('./import.ts')).defineImport,
  },
  tahoe_create_token: {
    summary: "print an account's API token",
    load: async () => (await import('./tahoe-create-token.ts')).defineTahoeCreateToken,
  },
  'oauth-client': {
    summary: 'make, rotate and disable OAuth clients',
    load: async () => (await import('./oauth-client.ts')).defineOauthClient,
  },
  token: { summary: 'list and revoke tokens', load: async () => (await import('./token.ts')).defineToken },
};

/**
 * Runs one command line.
 * @returns the exit code: 0 done, 1 refused or failed, 2 the command line makes no sense
 */
export async function runProgram(args: readonly string[]): Promise<number> {
  try {
    const program = await composeProgram(args);
    await program.parseAsync([...args], { from: 'user' });
    return typeof process.exitCode === 'number' ? process.exitCode : 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    tell(error);
    return error instanceof UsageError ? 2 : 1;
  }
}

async function composeProgram(args: readonly string[]): Promise<Command> {
  const program = new Command('muster')
    .description('Muster: a multi-tenant registration and enrolment server')
    .version(packageFile.version)
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'muster: ')) })
    .showHelpAfterError('Run the command with --help to see how it is used.')
    .addHelpText('after', firstSteps);
  const wanted = args.find((arg) => !arg.startsWith('-') && arg !== 'help');
  for (const [name, noun] of Object.entries(nouns)) {
    if (name === wanted) (await noun.load())(program);
    else program.command(name).summary(noun.summary);
  }
  return program;
}

const firstSteps = `
First steps:
  muster serve
  muster site create alpha --name "Alpha School"
  muster account create amy --email amy@example.com --name "Amy Lee" --role admin --site alpha
  muster tahoe_create_token amy

Settings: config.yml and the environment, see docs/configuration.md.`;
