import { Agent } from 'node:http';
import { type Alpha, registerAt } from '../support/alpha.ts';
import { type Answer, ask } from '../support/ask.ts';
import { until } from '../support/muster-process.ts';

/** Clients that do not try again: whatever is no success counts. */
export interface Load {
  readonly acknowledged: readonly string[];
  readonly failures: readonly string[];
  /** Registrations whose connection was reset without an answer: on a port the kernel drops what waits in a socket that closes. */
  readonly reset: readonly string[];
  /** Resolves when so many more requests have succeeded. */
  more(count: number): Promise<void>;
  end(): Promise<void>;
}

/**
 * Asks on kept connections and on new ones, reads and registrations, until it is ended. A connection that is refused
 * or reset while it is being opened is opened again, as every proxy does: nothing was sent on it yet.
 * @param name begins every username; no other clients of the installation may have it
 */
export function startLoad(at: Parameters<typeof ask>[0], alpha: Alpha, name: string): Load {
  const acknowledged: string[] = [];
  const failures: string[] = [];
  const reset: string[] = [];
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  let succeeded = 0;
  let ending = false;

  async function lane(number: number): Promise<void> {
    for (let round = 0; !ending; round += 1) {
      const username = `${name}${number}-${round}`;
      const writes = number % 2 === 0;
      const answer = await (writes
        ? registerAt(at, alpha, username)
        : ask(at, { ...alpha, path: '/tahoe/api/v1/users/?limit=1', ...(number === 1 && { agent }) })
      ).catch((error: unknown) => error);
      if (isDialling(answer)) continue;
      if (isReset(answer)) {
        reset.push(writes ? username : 'a read');
        continue;
      }
      if (!isAnswer(answer) || answer.status !== 200) failures.push(describe(answer));
      else succeeded += 1;
      if (writes && isAnswer(answer) && answer.status === 200) acknowledged.push(username);
    }
  }

  const lanes = [0, 1, 2, 3].map(lane);
  return {
    acknowledged,
    failures,
    reset,
    async more(count) {
      const before = succeeded;
      await until(
        () => succeeded >= before + count,
        () => `${count} more answers; failures: ${failures}`,
      );
    },
    async end() {
      ending = true;
      await Promise.all(lanes);
      agent.destroy();
    },
  };
}

function isDialling(answer: unknown): boolean {
  return answer instanceof Error && 'syscall' in answer && answer.syscall === 'connect';
}

function isReset(answer: unknown): boolean {
  return answer instanceof Error && 'code' in answer && answer.code === 'ECONNRESET';
}

function isAnswer(answer: unknown): answer is Answer {
  return typeof answer === 'object' && answer !== null && 'status' in answer;
}

function describe(answer: unknown): string {
  return isAnswer(answer) ? `${answer.status} ${JSON.stringify(answer.body)}` : String(answer);
}
