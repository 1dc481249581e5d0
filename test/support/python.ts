import { spawn, spawnSync } from 'node:child_process';

const python = '/usr/bin/python3';

/** Whether the machine's own Python has these modules: `requests, faker`. */
export function canImport(modules: string): boolean {
  return spawnSync(python, ['-c', `import ${modules}`], { env: { PATH: '/usr/bin:/bin' } }).status === 0;
}

/** Runs the machine's own Python. @returns what it printed, to both outputs */
export function runPython(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(python, [...args], {
      env: { PATH: '/usr/bin:/bin', PYTHONDONTWRITEBYTECODE: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        printed += chunk;
      });
    child.on('close', () => resolve(printed));
  });
}
