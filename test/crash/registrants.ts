import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Alpha } from '../support/alpha.ts';
import { until } from '../support/muster-process.ts';

/** An account that a client was told it has made. */
export interface Registered {
  readonly id: number;
  readonly email: string;
  /** Whether a link and a letter belong to it. */
  readonly letter: boolean;
  readonly active: boolean;
}

export interface RegistrantsOrder {
  readonly port: number;
  readonly alpha: Alpha;
  /** Begins every name; no other clients of the installation may have it. */
  readonly prefix: string;
  readonly lanes: number;
}

export interface Registrants {
  readonly acknowledged: readonly Registered[];
  /** Answers that neither succeeded nor asked to try again. */
  readonly wrong: readonly string[];
  /** Resolves when so many more were acknowledged. */
  more(count: number): Promise<void>;
  /** Lets the running requests end. */
  end(): Promise<void>;
}

/** Starts clients in two processes of their own, which register people until they are told to end. */
export function startRegistrants(port: number, alpha: Alpha, name: string): Registrants {
  const acknowledged: Registered[] = [];
  const wrong: string[] = [];
  const children = [0, 1].map((number) => {
    const order: RegistrantsOrder = { port, alpha, prefix: `${name}${number}`, lanes: 3 };
    const script = join(import.meta.dirname, 'registrants.test-child.ts');
    const child = spawn(process.execPath, [script, JSON.stringify(order)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    createInterface({ input: child.stdout }).on('line', (line) => {
      const told: Registered | { wrong: string } = JSON.parse(line);
      if ('wrong' in told) wrong.push(told.wrong);
      else acknowledged.push(told);
    });
    return child;
  });
  return {
    acknowledged,
    wrong,
    async more(wanted) {
      const before = acknowledged.length;
      await until(() => acknowledged.length >= before + wanted, `${wanted} more acknowledged accounts`);
    },
    async end() {
      const ends = children.map((child) => (child.exitCode === null ? once(child, 'close') : null));
      for (const child of children) child.stdin.end();
      await Promise.all(ends);
    },
  };
}
