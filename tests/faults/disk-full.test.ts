// A disk that becomes full at any write of a day's work: what was acknowledged is there, what was refused
// is not, and the text of what was refused is in its answer (REL-05, REL-06).
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { addressOf, type Ids, idsOf } from '#tests/routes/access-places.ts';
import { handledApp, type HandledApp } from '#tests/support/handled-app.ts';
import { LONG } from '#tests/support/fault-rounds.ts';
import { type Answer, valueOf, type Visitor, withDatabase } from '#tests/support/http.ts';
import { PASSWORD, PEOPLE } from '#tests/support/people.ts';

/** How many pages of the database are still free, in turn. */
const ROOM = LONG ? Array.from({ length: 60 }, (_, pages) => pages) : [0, 7, 16];

type Step = {
  readonly run: () => Promise<Answer>;
  /** Finds the text where it was kept. */
  readonly sql: string;
  readonly text: string;
};

function steps(
  app: HandledApp,
  { person, ids, turn }: { person: Visitor; ids: Ids; turn: number },
) {
  const long = (word: string) => `${word} ${turn} ${'Mae’r gwaith yn parhau. '.repeat(500)}end`;
  const criterion = addressOf('/assessments/:id/criteria/:criterion', ids);
  const sql =
    'select coalesce(max(version), 0) from answers where assessment_id = ? and criterion = ?';
  const version = () => valueOf(app.folder, sql, ids['id'] ?? '', ids['criterion'] ?? '');
  const upload = new FormData();
  upload.set('title', `Minutes ${turn}`);
  upload.set('description', long('evidence').slice(0, 900));
  upload.set('file', new Blob([`minutes ${turn} `.repeat(3000)]), 'minutes.txt');
  const made: readonly Step[] = [
    {
      run: () =>
        person.post(criterion, { narrative: long('answer'), rating: '1', version: version() }),
      sql: 'select count(*) from answers where narrative = ?',
      text: long('answer'),
    },
    {
      run: () => person.upload(`${criterion}/evidence`, upload),
      sql: 'select count(*) from evidence where title = ?',
      text: `Minutes ${turn}`,
    },
    {
      run: () =>
        person.post(`${criterion}/comments`, {
          intent: 'add',
          text: long('comment').slice(0, 1900),
        }),
      sql: 'select count(*) from comments where text = ?',
      text: long('comment').slice(0, 1900),
    },
    {
      run: () =>
        person.post(addressOf('/assessments/:id/actions/new', ids), {
          objective: `Objective ${turn}`,
          reason: long('action').slice(0, 1900),
          priority: 'high',
          status: 'on-track',
        }),
      sql: 'select count(*) from actions where reason = ?',
      text: long('action').slice(0, 1900),
    },
  ];
  return made;
}

test('REL-05 REL-06 what was acknowledged is there and what was refused is not, wherever the disk was full', async () => {
  const app = await handledApp();
  const ids = idsOf(app.folder, 'Therapies and rehabilitation');
  const person = app.visitor();
  await person.post('/sign-in', { email: PEOPLE.lead, password: PASSWORD });
  const { connection } = app.services.engine;
  const seen = new Set<number>();
  for (const [turn, room] of ROOM.entries()) {
    // One item of evidence a criterion and a turn: one takes no more than twenty.
    const criterion = ['G1', 'G2', 'G3', 'R1', 'R2', 'R3'][turn % 6] ?? 'G1';
    const pages = Number(connection.pragma('page_count', { simple: true }));
    connection.pragma(`max_page_count = ${pages + room}`);
    for (const { run, sql, text } of steps(app, { person, ids: { ...ids, criterion }, turn })) {
      const answer = await run();
      seen.add(answer.status);
      expect([303, 503], answer.text).toContain(answer.status);
      expect(valueOf(app.folder, sql, text)).toBe(answer.status === 303 ? '1' : '0');
      if (answer.status === 503) expect(answer.text).toContain(text);
    }
    connection.pragma('max_page_count = 1073741823');
    expectWhole(app.folder);
  }
  expect([...seen].toSorted()).toEqual([303, 503]);
  app.services.close();
});

function expectWhole(folder: string): void {
  const known = withDatabase(folder, (database) => {
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(database.pragma('foreign_key_check')).toEqual([]);
    return database.prepare<[], string>('select id from files order by id').pluck().all();
  });
  for (const id of known) expect(existsSync(path.join(folder, 'files', id))).toBe(true);
  // Nothing half: neither an upload that nobody kept nor one under way.
  expect(readdirSync(path.join(folder, 'files')).toSorted()).toEqual(known);
}
