// The last resort: an error that nobody caught ends the service, and in order (REL-30).
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

/** A service that answers one slow request while something throws where nobody listens. */
const SERVICE = `
  import http from 'node:http';
  import { stopInOrder } from '#app/stopping.ts';
  const log = (event, facts = {}) => console.log(JSON.stringify({ event, ...facts }));
  const server = http.createServer((request, response) => {
    setTimeout(() => response.end('answered'), 300);
    setTimeout(THROWING, 50);
  });
  await new Promise((resolve) => server.listen(0, resolve));
  stopInOrder({
    server,
    services: { log, close: () => log('database-closed') },
    lock: { release: () => log('lock-released') },
    stopBackground: async () => log('background-stopped'),
    closeAfterAnswers: () => {},
  });
  const answer = await fetch('http://localhost:' + server.address().port);
  log(await answer.text());
`;

test.each([
  ['thrown', "() => { throw new Error('no listener') }"],
  ['rejected', "() => { void Promise.reject(new Error('no listener')) }"],
])('REL-30 an error that was %s ends the service in order, with one line', async (_, throwing) => {
  const script = SERVICE.replace('THROWING', throwing);
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let errors = '';
  child.stdout.on('data', (piece: Buffer) => (said += String(piece)));
  child.stderr.on('data', (piece: Buffer) => (errors += String(piece)));
  const [exitCode] = await once(child, 'close');
  const lines = said
    .trim()
    .split('\n')
    .map((line): Record<string, unknown> => JSON.parse(line));
  expect([exitCode, errors]).toEqual([1, '']);
  expect(lines.map(({ event }) => event)).toEqual([
    'uncaught',
    'stopping',
    'background-stopped',
    'answered',
    'database-closed',
    'lock-released',
    'stopped',
  ]);
  expect(String(lines[0]?.['error'])).toContain('no listener');
});
