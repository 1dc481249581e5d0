import { isCancel, password, text } from '@clack/prompts';
import { CommandFailure, UsageError } from './output.ts';

/**
 * Asks before something that cannot be undone: the word must be typed. `--yes` answers for a script.
 * Refuses where there is nobody to ask, and any other word.
 */
export async function requireYes(options: { yes?: boolean }, word: string, warning: string): Promise<void> {
  if (options.yes) return;
  if (!process.stdin.isTTY) throw new UsageError(`${warning} Add --yes to do it without being asked.`);
  const answer = await text({ message: `${warning} Type "${word}" to go on:`, output: process.stderr });
  if (answer !== word) throw new CommandFailure('Nothing was changed.');
}

export interface PasswordOptions {
  readonly password?: string;
  readonly passwordStdin?: boolean;
}

/** The password of `--password` or of the first line of standard input; null when neither was asked for. */
export async function readPassword(options: PasswordOptions): Promise<string | null> {
  if (options.password !== undefined && options.passwordStdin) {
    throw new UsageError('Give --password or --password-stdin, not both.');
  }
  if (options.password !== undefined) return options.password;
  if (!options.passwordStdin) return null;
  const [line = ''] = (await readInput()).split(/\r?\n/);
  if (line === '') throw new UsageError('There is no password on standard input.');
  return line;
}

/** Asks at the terminal for a new password, hidden. Refuses where there is no terminal. */
export async function askPassword(username: string): Promise<string> {
  if (!process.stdin.isTTY) throw new UsageError('Give the password with --password or --password-stdin.');
  const answer = await password({ message: `New password of ${username}:`, output: process.stderr });
  if (isCancel(answer)) throw new CommandFailure('Nothing was changed.');
  return answer;
}

async function readInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
