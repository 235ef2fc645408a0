// Ended at random moments under load: what was acknowledged is there exactly once, and nothing half
// (REL-01, REL-18).
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import { signedInAs, valueOf, visitor, withDatabase } from '#tests/support/http.ts';
import { LONG } from '#tests/support/fault-rounds.ts';
import { PEOPLE } from '#tests/support/people.ts';
import { randomly } from '#tests/support/randomly.ts';

const ROUNDS = LONG ? 200 : 20;
/** On a slow machine there are fewer rounds, never fewer than this, and as many as it takes to keep enough. */
const LEAST_ROUNDS = LONG ? ROUNDS : 8;
const MOST_ROUNDS = 2 * ROUNDS;
const MOST_SECONDS = 30;
const LONGEST_ROUND_MS = 1200;
const CRITERIA = ['A1', 'A2', 'A3', 'A4'];
/** Evidence goes to another criterion in each round, because one takes twenty items. */
const EVIDENCE = ['G1', 'G2', 'G3', 'R1', 'R2', 'R3', 'M1', 'M2', 'M3', 'M4'];

let app: AppServer;
let assessment: string;
let cookie: string;

beforeAll(async () => {
  app = await startApp({ own: true });
  assessment = valueOf(
    app.folder,
    "select a.id from assessments a join departments d on d.id = a.department_id where d.name like 'Therapies%'",
  );
  cookie = (await signedInAs(app, PEOPLE.lead)).cookie();
});
afterAll(() => app?.stop());

/** What one client knows: the last text that was acknowledged, the one under way, its files. */
type Client = {
  readonly criterion: string;
  acknowledged: string;
  underWay: string;
  readonly kept: string[];
  readonly sent: string[];
};

async function work(client: Client, round: number, running: () => boolean): Promise<void> {
  const person = visitor(app, { cookie });
  const address = `/assessments/${assessment}/criteria/${client.criterion}`;
  const sql =
    'select coalesce(max(version), 0) from answers where assessment_id = ? and criterion = ?';
  let version = Number(valueOf(app.folder, sql, assessment, client.criterion));
  for (let turn = 0; running(); turn += 1) {
    const text = `${client.criterion} round ${round} turn ${turn} ${'text '.repeat(400)}end`;
    client.underWay = text;
    const form = { narrative: text, rating: '1', version: String(version) };
    const saved = await person.post(`${address}/autosave`, form);
    if (saved.status !== 200) throw new Error(`not saved: ${saved.status} ${saved.text}`);
    client.acknowledged = text;
    version += 1;
    const title = `${client.criterion}-${round}-${turn}`;
    const upload = new FormData();
    upload.set('title', title);
    upload.set('file', new Blob([`${title} `.repeat(3000)]), `${title}.txt`);
    client.sent.push(title);
    const place = `/assessments/${assessment}/criteria/${EVIDENCE[round % EVIDENCE.length]}`;
    const attached = await person.upload(`${place}/evidence`, upload);
    // A criterion that is full takes no more; then the texts go on.
    if (attached.status === 303) client.kept.push(title);
    else if (attached.status !== 422) throw new Error(`not attached: ${attached.status}`);
  }
}

/** A request that was cut off by the end of the server is no failure of the test. */
function unlessCutOff(error: unknown): void {
  if (!(error instanceof TypeError)) throw error;
}

test('REL-01 REL-18 after sudden ends everything acknowledged is there once, and nothing half', async () => {
  const random = randomly(20_270_301);
  const clients = CRITERIA.map((criterion): Client => ({
    criterion,
    acknowledged: '',
    underWay: '',
    kept: [],
    sent: [],
  }));
  const begun = performance.now();
  const late = () => (performance.now() - begun) / 1000 > MOST_SECONDS;
  const eachKept = () =>
    clients.every(({ kept, acknowledged }) => kept.length > 1 && acknowledged !== '');
  const allKept = () => clients.reduce((all, { kept }) => all + kept.length, 0);
  const over = (round: number) =>
    round >= LEAST_ROUNDS && eachKept() && allKept() > 15 && (late() || round >= ROUNDS);
  for (let round = 0; round < MOST_ROUNDS && !over(round); round += 1) {
    let ended = false;
    const working = clients.map((client) => work(client, round, () => !ended).catch(unlessCutOff));
    await new Promise((resolve) => setTimeout(resolve, 30 + random() * LONGEST_ROUND_MS));
    ended = true;
    await app.kill('SIGKILL');
    await Promise.all(working);
    const started = performance.now();
    app = await startApp({ folder: app.folder, own: true });
    expect(performance.now() - started).toBeLessThan(20_000);
    for (const client of clients) expectKept(client);
    expectWholeDatabase();
  }
  expect(eachKept()).toBe(true);
  expect(allKept()).toBeGreaterThan(15);
  expect((await visitor(app, { cookie }).get(`/assessments/${assessment}`)).status).toBe(200);
  expectWholeDatabase();
});

function expectKept(client: Client): void {
  const { criterion, acknowledged, underWay, kept, sent } = client;
  const rows = withDatabase(app.folder, (database) =>
    database
      .prepare('select narrative from answers where assessment_id = ? and criterion = ?')
      .pluck()
      .all(assessment, criterion),
  );
  if (acknowledged !== '') {
    expect(rows).toHaveLength(1);
    expect([acknowledged, underWay]).toContain(rows[0]);
    // What was saved without an answer is saved all the same.
    client.acknowledged = String(rows[0]);
  }
  const items = withDatabase(app.folder, (database) =>
    database
      .prepare('select title from evidence where assessment_id = ? and file_id is not null')
      .pluck()
      .all(assessment)
      .map(String),
  );
  const mine = items.filter((title) => title.startsWith(`${criterion}-`));
  expect(new Set(mine).size).toBe(mine.length);
  for (const title of kept) expect(mine).toContain(title);
  for (const title of mine) expect(sent).toContain(title);
}

function expectWholeDatabase(): void {
  const rows = withDatabase(app.folder, (database) => {
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(database.pragma('foreign_key_check')).toEqual([]);
    return database.prepare('select id, size, sha256 from files').all();
  }) as readonly { readonly id: string; readonly size: number; readonly sha256: string }[];
  const folder = path.join(app.folder, 'files');
  for (const { id, size, sha256 } of rows) {
    const bytes = readFileSync(path.join(folder, id));
    expect(bytes.length).toBe(size);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
  }
  const known = new Set(rows.map(({ id }) => id));
  const others = readdirSync(folder).filter((name) => !known.has(name));
  // What a sudden end leaves is swept a day later; it belongs to nobody and has no row.
  expect(others.length).toBeLessThan(ROUNDS * CRITERIA.length);
}
