// How pages hold up as an installation grows: whole requests to the built service on 40 submissions, on 400 and on
// 4,000 with 160,000 answers, our own department as it is. What a page shows is the same, so that it may take no
// longer than half as much again.
// oxlint-disable-next-line import/no-unassigned-import
import '#app/production-builds.ts';
import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { ServerBuild } from 'react-router';
import { createHandle, type Handle } from '#app/http/door/handle.ts';
import { sessionCookie } from '#app/http/door/session.ts';
import type { Services } from '#app/services.server.ts';
import { calendarOf, GROWN, grow } from '#tests/support/grown.ts';
import { calendarFeed } from '#app/queries/letters/calendar-feed.ts';
import { testServices } from '#tests/support/services.ts';
import { compare, type Compared } from './compare.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const BUILD = 'build/bench-growth';
const SIZES = [40, 400, 4000] as const;
const OWN = 8;
/** Of the rounds that nothing disturbed: other work comes and goes within a page of a few milliseconds. */
const MEASURED = { rounds: 60, quantile: 0.1 };
const MOST = 1.5;

type Asked = {
  readonly services: Services;
  readonly handle: Handle;
  readonly cookies: ReadonlyMap<string, string>;
};
type Page = Compared<Asked>;

function page(address: string, person: keyof typeof GROWN | null): Page {
  return async ({ services, handle, cookies }, round) => {
    const cookie = person === null ? undefined : cookies.get(person);
    const headers = cookie === undefined ? {} : { cookie };
    const request = new Request(`${services.config.origin}${address}`, { headers });
    // Each from another address, because what anyone may ask for is limited by it.
    const response = await handle(request, `10.0.${round}.${person === null ? 1 : 2}`);
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`${address} answers ${response.status}`);
  };
}

const PAGES: readonly (readonly [string, Page])[] = [
  ['home', page('/', 'lead')],
  ['task list', page('/assessments/own0', 'lead')],
  ['where we stand', page('/assessments/own0/where-we-stand', 'lead')],
  ['activity', page('/assessments/own0/activity', 'lead')],
  ['desk', page('/admin/desk', 'administrator')],
  ['workload', page('/admin/workload', 'administrator')],
  ['a chair’s reviews', page('/reviews', 'chair')],
  ['calendar', ({ services }) => calendarFeed(services, calendarOf(GROWN.lead))],
  ['/awards.csv of one organisation', page('/awards.csv?words=other0', null)],
];

async function asked(build: ServerBuild, submissions: number): Promise<Asked> {
  const services = await testServices();
  grow(services, { submissions, own: OWN });
  const at = services.clock();
  const cookies = new Map<string, string>();
  for (const { id } of Object.values(GROWN)) {
    services.engine.connection
      .prepare(
        'insert into session (id, token, "userId", "createdAt", "updatedAt", "expiresAt") values (?, ?, ?, ?, ?, ?)',
      )
      .run(
        id,
        id,
        id,
        at.toISOString(),
        at.toISOString(),
        new Date(at.getTime() + 1_800_000).toISOString(),
      );
    cookies.set(id, (await sessionCookie(services, id)).split(';')[0] ?? '');
  }
  return { services, handle: createHandle(services, build), cookies };
}

/** Prints the time of every page at each size; throws where one grows. */
export async function benchGrowth(): Promise<void> {
  const env = { ...process.env, NODE_ENV: 'production', BUILD_DIR: BUILD };
  await promisify(execFile)('react-router', ['build'], { cwd: ROOT, env });
  const file = path.join(ROOT, BUILD, 'server/index.js');
  const build: ServerBuild = await import(pathToFileURL(file).href);
  rmSync(path.join(ROOT, BUILD), { recursive: true, force: true });
  const grown: Asked[] = [];
  for (const submissions of SIZES) grown.push(await asked(build, submissions));
  const columns = SIZES.map((size) => `ms at ${size}`);
  const ratios = await compare(['page, by submissions', ...columns], grown, PAGES, MEASURED);
  for (const { services } of grown) services.close();
  const slow = [...ratios].filter(([, ratio]) => ratio > MOST).map(([name]) => name);
  if (slow.length > 0) throw new Error(`these grow with what they do not show: ${slow.join(', ')}`);
}
