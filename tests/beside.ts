// Runs npm scripts beside each other and prints what each said when it is its turn, so that the output reads
// as if one had come after the other: node tests/beside.ts typecheck lint
import { spawn } from 'node:child_process';
import { once } from 'node:events';

type Ran = { readonly script: string; readonly code: number; readonly said: string };

async function run(script: string): Promise<Ran> {
  const child = spawn('npm', ['run', '--silent', script], {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => void said.push(part));
  }
  await once(child, 'close');
  // Ended by a signal, it has no code and is no success.
  return { script, code: child.exitCode ?? 1, said: said.join('') };
}

for (const running of process.argv.slice(2).map(run)) {
  const { script, code, said } = await running;
  process.stdout.write(`== ${script}${code === 0 ? '' : `: failed (${code})`}\n${said}`);
  if (code !== 0) process.exitCode = 1;
}
