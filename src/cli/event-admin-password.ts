import type { Command } from 'commander';
import { judgeNewPassword, setSharedPassword, switchOffSharedPassword } from '../modules/workshops/logins.ts';
import { asOperator } from './operator.ts';
import { say } from './output.ts';
import { askPassword, type PasswordOptions, readPassword } from './questions.ts';

interface SiteOption {
  readonly site?: string;
}

/** `muster event admin-password set|off` */
export function defineAdminPassword(event: Command): void {
  const password = event
    .command('admin-password')
    .description(
      "The one administrator's password of the workshops API (admin_login 1), one for each tenant.",
    );
  password
    .command('set')
    .description(
      'Set it; what the old one opened ends. At least 10 characters, a capital, a small letter and a digit. ' +
        'Asks for it where neither option is given.',
    )
    .option('--site <slug>', 'the site (default: the default site)')
    .option('--password <password>', 'the password (others can see it in the list of processes)')
    .option('--password-stdin', 'read it from the first line of standard input')
    .addHelpText(
      'after',
      '\nExample:\n  muster event admin-password set --password-stdin --site alpha < password.txt',
    )
    .action(set);
  password
    .command('off')
    .description('Switch it off: only accounts with a role sign in as managers, until one is set anew.')
    .option('--site <slug>', 'the site (default: the default site)')
    .addHelpText('after', '\nExample:\n  muster event admin-password off --site alpha')
    .action(switchOff);
}

async function set(options: PasswordOptions & SiteOption): Promise<void> {
  const password = (await readPassword(options)) ?? (await askPassword('the administrator'));
  judgeNewPassword(password, password);
  await asOperator('event admin-password set', async (operator) => {
    const { context } = await operator.at(options.site);
    const hash = await operator.installation.passwords.hash(password);
    await context.transaction((tx) => setSharedPassword(tx, hash));
  });
  say("The administrator's password is set.");
}

async function switchOff(options: SiteOption): Promise<void> {
  await asOperator('event admin-password off', async (operator) => {
    const { context } = await operator.at(options.site);
    await context.transaction(switchOffSharedPassword);
  });
  say("The administrator's password is switched off.");
}
