import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { freePort, until } from '../support/muster-process.ts';

const debianConfiguration = '/etc/nginx/nginx.conf';

/** Debian's nginx with its own configuration, moved below a folder; it serves on a port of the loopback. */
export interface NginxMachine {
  readonly port: number;
  /** The command without its arguments for what to do: `nginx -e … -c …`. */
  readonly command: string;
  /** Changes the site as the machine needs it: the port, and the place of the socket. */
  adapt(site: string, socketPath: string): string;
  /** Links nothing: what stands in `etc/nginx/sites-enabled` is served. Resolves when it answers. */
  start(): Promise<void>;
  errors(): string;
  stop(): Promise<void>;
}

/** Why nginx cannot be had here; undefined where it can. */
export function missingNginx(): string | undefined {
  if (spawnSync('nginx', ['-v'], { env: environment() }).status !== 0) return 'no nginx on this machine';
  const isDebian = existsSync(debianConfiguration) && configuration().includes('/etc/nginx/sites-enabled/*');
  return isDebian ? undefined : 'the nginx of this machine is not laid out as in Debian';
}

/** @param folder others must be able to enter it: the workers of nginx run as Debian's `www-data` under root */
export async function makeNginxMachine(folder: string): Promise<NginxMachine> {
  const port = await freePort();
  const [etc, logs] = [join(folder, 'etc/nginx'), join(folder, 'var/log/nginx')];
  for (const made of [`${etc}/sites-available`, `${etc}/sites-enabled`, logs])
    mkdirSync(made, { recursive: true });
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join('\n');
  const conf = `${etc}/nginx.conf`;
  writeFileSync(
    conf,
    configuration()
      .replaceAll('/etc/nginx/sites-enabled', `${etc}/sites-enabled`)
      .replaceAll('/var/log/nginx', logs)
      // Only root can become another user; who is none would be warned of this line.
      .replace(process.getuid?.() === 0 ? '' : 'user www-data;', '')
      .replace('/run/nginx.pid', `${folder}/nginx.pid`)
      .replace('include /etc/nginx/conf.d/*.conf;', temporary),
  );
  const errors = `${logs}/error.log`;
  const command = `nginx -e ${errors} -c ${conf}`;
  let stop = async () => {};
  return {
    port,
    command,
    adapt: (site, socketPath) =>
      site
        .replace('listen 80;', `listen 127.0.0.1:${port};`)
        .replace('listen [::]:80;', '')
        .replace('unix:/run/muster/socket', `unix:${socketPath}`),
    async start() {
      const child = spawn('/bin/sh', ['-c', `exec ${command} -g 'daemon off;'`], {
        env: environment(),
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      const ended = once(child, 'exit');
      stop = async () => {
        child.kill('SIGTERM');
        await ended;
      };
      await until(() => {
        if (child.exitCode !== null) throw new Error(`nginx ended: ${readFileSync(errors, 'utf8')}`);
        return answers(port);
      }, 'nginx');
    },
    errors: () => readFileSync(errors, 'utf8'),
    stop: () => stop(),
  };
}

/** Gives a socket the owner and rights that `muster.socket` gives it; without root they stay as they are. */
export function giveToNginx(socketPath: string): void {
  if (process.getuid?.() !== 0) return;
  chownSync(socketPath, 0, Number(execFileSync('id', ['-g', 'www-data'], { encoding: 'utf8' })));
  chmodSync(socketPath, 0o660);
}

/** Debian has nginx where only root's PATH leads. */
export function environment(): NodeJS.ProcessEnv {
  return { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` };
}

function configuration(): string {
  return readFileSync(debianConfiguration, 'utf8');
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    const end = (found: boolean) => {
      socket.destroy();
      resolve(found);
    };
    socket.once('connect', () => end(true)).once('error', () => end(false));
  });
}
