// What somebody who is signed in waits for a page while forty others sign in: on the built service, in a
// process of its own. The page should come in under 300 ms.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { readConfig } from '#app/config.ts';
import { openServices } from '#app/services.server.ts';
import { insertPassword, insertPerson } from '#db/repositories/accounts/sign-in-rows.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const BUILD = 'build/bench';
const PORT = 39_517;
const ORIGIN = `http://localhost:${PORT}`;
const PERSON = { email: 'sian@northfield.example', password: 'walnut harbour lantern' };

/** The data folder of a service with one person. */
async function folderWithPerson(): Promise<string> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'charter-bench-'));
  const config = readConfig({ MODE: 'test', DATA_DIR: folder }, ROOT);
  const services = await openServices(config, ROOT, { log: () => {} });
  const { password: hasher } = await services.auth.$context;
  const at = new Date().toISOString();
  await services.engine.commit([
    insertPerson({ id: 'sian', name: 'Siân Llŷr-Wynne', email: PERSON.email }, at),
    insertPassword('password', { userId: 'sian', hash: await hasher.hash(PERSON.password), at }),
  ]);
  services.close();
  return folder;
}

function signIn(form: Readonly<Record<string, string>>): Promise<Response> {
  const body = new URLSearchParams(form);
  const headers = { Origin: ORIGIN };
  return fetch(`${ORIGIN}/sign-in`, { method: 'POST', redirect: 'manual', headers, body });
}

/** Milliseconds of the slowest and the median page, asked for one after the other until told to stop. */
async function pages(cookie: string, goesOn: () => boolean) {
  const times: number[] = [];
  do {
    const started = performance.now();
    const answer = await fetch(`${ORIGIN}/calendar`, { headers: { cookie } });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`the page answers ${answer.status}`);
    times.push(performance.now() - started);
  } while (goesOn());
  const sorted = times.toSorted((one, other) => one - other);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, slowest: sorted.at(-1) ?? 0 };
}

async function measure(): Promise<void> {
  const answer = await signIn(PERSON);
  const cookie = answer.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ');
  let left = 20;
  const alone = await pages(cookie, () => (left -= 1) > 0);
  let ended = 0;
  const crowd = Array.from({ length: 40 }, async (_, at) => {
    await signIn({ email: `nobody${at}@northfield.example`, password: PERSON.password });
    ended += 1;
  });
  const during = await pages(cookie, () => ended < crowd.length);
  await Promise.all(crowd);
  console.log(
    `${'a page of somebody signed in'.padEnd(44)}${'median ms'.padStart(12)}${'slowest ms'.padStart(12)}`,
  );
  for (const [name, { median, slowest }] of [
    ['alone', alone],
    ['during 40 sign-ins', during],
  ] as const) {
    console.log(
      `${name.padEnd(44)}${median.toFixed(1).padStart(12)}${slowest.toFixed(1).padStart(12)}`,
    );
  }
}

/** Prints how long a page takes alone and during forty sign-ins. */
export async function benchSignIn(): Promise<void> {
  const env = { ...process.env, NODE_ENV: 'production', BUILD_DIR: BUILD };
  await promisify(execFile)('react-router', ['build'], { cwd: ROOT, env });
  const folder = await folderWithPerson();
  const server = spawn(process.execPath, ['app/server.ts'], {
    cwd: ROOT,
    env: { ...env, MODE: 'test', DATA_DIR: folder, PORT: String(PORT), PUBLIC_ORIGIN: ORIGIN },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    for await (const line of createInterface(server.stdout)) {
      if (line.includes('"listening"')) break;
    }
    server.stdout.resume();
    await measure();
  } finally {
    server.kill();
    await once(server, 'exit');
    rmSync(folder, { recursive: true, force: true });
    rmSync(path.join(ROOT, BUILD), { recursive: true, force: true });
  }
}
