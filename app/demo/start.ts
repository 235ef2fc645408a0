// `npm run demo`: builds the service, fills its database where there is none yet, starts it and says how
// to sign in. `npm run demo -- --fresh` begins anew.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { readConfig } from '#app/config.ts';
import { roleText } from '#words/people/role-text.ts';
import type { DemoGuide } from '#app/ports.ts';
import { startServer } from '#app/server.ts';
import { stopInOrder } from '#app/stopping.ts';
import { openServices } from '#app/services.server.ts';
import { type DemoContent, readDemoContent } from './content.ts';
import { seedDemo } from './seed.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FOLDER = path.join(ROOT, 'data/demo');
const PASSWORD = 'walnut harbour lantern';
const FIRST_PORT = 3000;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function build(): void {
  say('Building the service…');
  const { status, stdout, stderr } = spawnSync('react-router', ['build'], {
    cwd: ROOT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`The build failed.\n${stdout}\n${stderr}`);
}

async function freePort(port: number): Promise<number> {
  const free = await new Promise<boolean>((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
  return free ? port : freePort(port + 1);
}

function guideTo({ people, organisations, awardingBody }: DemoContent): DemoGuide {
  const nameOf = (role: DemoContent['people'][number]['roles'][number]): string => {
    if (!('organisation' in role)) return '';
    const place = organisations.find(({ id }) => id === role.organisation);
    const department = place?.departments.find(({ id }) => id === role.department)?.name;
    return ` of ${department ?? place?.name ?? ''}`;
  };
  // Where they are first of all: a reviewer who also works at a trust stands with the panel.
  const placeOf = ([role]: DemoContent['people'][number]['roles']): string =>
    organisations.find(
      ({ id }) => role !== undefined && 'organisation' in role && role.organisation === id,
    )?.name ?? awardingBody;
  return {
    password: PASSWORD,
    people: people.map(({ name, email, about, roles, secondFactor }) => ({
      secondFactor,
      name,
      email,
      about,
      place: placeOf(roles),
      roles: roles
        .map((role) => `${roleText(role.role).toLowerCase()}${nameOf(role)}`)
        .join(' and '),
    })),
  };
}

const port = await freePort(Number(process.env['PORT'] ?? FIRST_PORT));
const settings = {
  MODE: 'demo',
  DATA_DIR: FOLDER,
  PORT: String(port),
  PUBLIC_ORIGIN: `http://localhost:${port}`,
};
const content = await readDemoContent(import.meta.dirname);
const config = readConfig({ ...settings, AWARDING_BODY: content.awardingBody }, ROOT);
if (process.argv.includes('--fresh')) rmSync(FOLDER, { recursive: true, force: true });
build();
if (!existsSync(path.join(FOLDER, 'ready'))) {
  say('Filling the database with three invented trusts…');
  rmSync(FOLDER, { recursive: true, force: true });
  const services = await openServices(config, ROOT);
  // Nothing waits for the disk: a demo that was cut off has no `ready` and is made anew.
  services.engine.connection.pragma('synchronous = OFF');
  await seedDemo(services, content, PASSWORD);
  services.close();
  writeFileSync(path.join(FOLDER, 'ready'), '');
}
stopInOrder(await startServer(config, { demo: guideTo(content) }));
say(`
The demo is running: ${config.origin}

Open that address; its first page says whom to sign in as. Everyone has the password
  ${PASSWORD}
For example
${content.people.map(({ email, roles }) => `  ${email.padEnd(44)} ${roles.map(({ role }) => roleText(role)).join(', ')}`).join('\n')}

Stop it with Ctrl-C. Begin anew with: npm run demo -- --fresh`);
