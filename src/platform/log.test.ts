import { mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createLog } from './log.ts';

function collect(write: (log: ReturnType<typeof createLog>['log']) => void): string {
  const lines: string[] = [];
  write(createLog({ level: 'debug', stream: { write: (line) => void lines.push(line) } }).log);
  return lines.join('');
}

test('no secret reaches a line, however deep its object or wordy its text', () => {
  const text = collect((log) => {
    log.info(
      { password: 'sesame', user: { token: 'sesame', list: [{ api_key: 'sesame', name: 'Joe' }] } },
      'made',
    );
    log.info({ headers: { authorization: 'Bearer sesame', cookie: 's=sesame' } }, 'asked');
    log.info('Authorization was Bearer sesame-sesame for /x?a=1&token=sesame&b=2');
    log.info('connecting to %s', 'postgres://muster:sesame@localhost/muster');
    log.error(
      { err: new Error('login with password=sesame failed', { cause: new Error('token=sesame') }) },
      'x',
    );
    log.error(new Error('Token sesame-sesame-sesame'));
    log.child({ secret: 'sesame' }).info('child');
  });
  expect(text).not.toContain('sesame');
  expect(text).toContain('Joe');
  expect(text.trim().split('\n')).toHaveLength(7);
});

test('an error keeps its type, code, message and trace but not the data that a database adds', () => {
  const error = Object.assign(new TypeError('duplicate key'), {
    code: '23505',
    detail: 'Key (email)=(joe@x.org)',
  });
  const line = JSON.parse(collect((log) => log.error({ err: error }, 'failed')));
  expect(line.err).toMatchObject({ type: 'TypeError', code: '23505', message: 'duplicate key' });
  expect(line.err.stack).toContain('log.test.ts');
  expect(JSON.stringify(line)).not.toContain('joe@x.org');
});

test('a circle and an endless depth end', () => {
  const circle: Record<string, unknown> = { name: 'loop' };
  circle.self = circle;
  expect(collect((log) => log.info({ circle }, 'round'))).toContain('loop');
});

test('a log file is opened anew after it was moved away', () => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-log-'));
  const file = join(folder, 'muster.log');
  const { log, reopen, flush } = createLog({ file });
  log.info('before');
  flush();
  renameSync(file, `${file}.1`);
  log.info('still the old');
  reopen();
  log.info('after');
  flush();
  expect(readFileSync(`${file}.1`, 'utf8').match(/before|still the old/g)).toEqual([
    'before',
    'still the old',
  ]);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ level: 'info', msg: 'after' });
  rmSync(folder, { recursive: true });
});
