// Two people at one thing: exactly one wins, and the other one loses no text (SEC-70, 71).
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressOf, type Ids, idsOf } from '#tests/routes/access-places.ts';
import { type AppServer, startApp } from '#tests/support/app-server.ts';
import { type Answer, signedInAs, unescaped, valueOf, type Visitor } from '#tests/support/http.ts';
import { PEOPLE } from '#tests/support/people.ts';

const ROUNDS = 12;

let app: AppServer;
let ids: Ids;
let lead: Visitor;
let colleague: Visitor;

beforeAll(async () => {
  app = await startApp();
  ids = idsOf(app.folder, 'Therapies and rehabilitation');
  [lead, colleague] = await Promise.all([
    signedInAs(app, PEOPLE.lead),
    signedInAs(app, PEOPLE.contributor),
  ]);
});
afterAll(() => app?.stop());

const value = (sql: string) => valueOf(app.folder, sql, ids['id'] ?? '');
const answerOf = (column: string, criterion: string) =>
  value(
    `select coalesce(max(${column}), 0) from answers where criterion = '${criterion}' and assessment_id = ?`,
  );

/** The answers to both, the one that was saved first. */
function inOrder(answers: readonly Answer[], saved: number): readonly Answer[] {
  return answers.toSorted((a, b) => Number(b.status === saved) - Number(a.status === saved));
}

describe('SEC-71 two people save one answer from the same version', () => {
  test('by the form: one is saved, the other sees both texts and can save hers', async () => {
    const address = addressOf('/assessments/:id/criteria/:criterion', ids);
    for (let round = 0; round < ROUNDS; round += 1) {
      const version = answerOf('version', 'G1');
      const texts = [`Lead ${round} <b>&`, `Colleague ${round} "quoted"`];
      const answers = await Promise.all(
        [lead, colleague].map((person, index) =>
          person.post(address, { narrative: texts[index] ?? '', rating: '1', version }),
        ),
      );
      const [won, lost] = inOrder(answers, 303);
      expect([won?.status, lost?.status]).toEqual([303, 409]);
      const page = unescaped(lost?.text ?? '');
      for (const text of texts) expect(page).toContain(text);
      expect(page).toMatch(/Niamh O’Dowd|Siân Llŷr-Wynne/);
      const winner = answers.findIndex(({ status }) => status === 303);
      expect(answerOf('narrative', 'G1')).toBe(texts[winner]);
      expect(answerOf('version', 'G1')).toBe(String(Number(version) + 1));
      // The page of the loser is addressed to what is saved now.
      expect(page).toMatch(new RegExp(`name="version"[^>]*value="${Number(version) + 1}"`));
    }
  });

  test('by autosave: the other one is told, and nothing is overwritten', async () => {
    const address = addressOf('/assessments/:id/criteria/:criterion/autosave', ids);
    const version = answerOf('version', 'G1');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        (index % 2 ? lead : colleague).post(address, {
          narrative: `Typed ${index}`,
          rating: '1',
          version,
        }),
      ),
    );
    const statuses = answers.map(({ status }) => status).toSorted();
    expect(statuses).toEqual([200, ...Array.from({ length: 19 }, () => 409)]);
    expect(answerOf('version', 'G1')).toBe(String(Number(version) + 1));
    const winner = answers.findIndex(({ status }) => status === 200);
    expect(answerOf('narrative', 'G1')).toBe(`Typed ${winner}`);
  });

  test('the first answer to a criterion is written once', async () => {
    const unanswered = ['A5', 'P3', 'O5', 'S5', 'R4'].find(
      (one) => answerOf('version', one) === '0',
    );
    expect(unanswered).toBeDefined();
    const address = `/assessments/${ids['id']}/criteria/${unanswered}/autosave`;
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        lead.post(address, { narrative: `First ${index}`, rating: '1', version: '0' }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const rows = `select count(*) from answers where criterion = '${unanswered}' and assessment_id = ?`;
    expect(value(rows)).toBe('1');
  });
});

describe('SEC-70 one form sent many times', () => {
  test('the same text is saved once, and every answer says that it is saved', async () => {
    const address = addressOf('/assessments/:id/criteria/:criterion', ids);
    const version = answerOf('version', 'G1');
    const form = { narrative: 'The same', rating: '2', version, intent: 'return' };
    const events =
      "select count(*) from audit_events where event = 'criterion-answered' and subject = ?";
    const before = Number(value(events));
    const answers = await Promise.all(Array.from({ length: 50 }, () => lead.post(address, form)));
    const statuses = new Set(answers.map(({ status }) => status));
    expect([...statuses].filter((status) => ![303, 409].includes(status))).toEqual([]);
    expect(statuses.has(303)).toBe(true);
    expect(answerOf('version', 'G1')).toBe(String(Number(version) + 1));
    expect(Number(value(events))).toBe(before + 1);
  });

  test('counts, evidence and actions that two people change are changed once', async () => {
    const evidence = valueOf(
      app.folder,
      'select version from evidence where id = ?',
      ids['evidence'] ?? '',
    );
    const action = valueOf(
      app.folder,
      'select version from actions where id = ?',
      ids['action'] ?? '',
    );
    const changes = [
      [
        addressOf('/assessments/:id/evidence/:evidence', ids),
        evidence,
        (who: string) => ({ title: who }),
      ],
      [
        addressOf('/assessments/:id/actions/:action/change', ids),
        action,
        (who: string) => ({ objective: who, priority: 'high', status: 'on-track' }),
      ],
    ] as const;
    for (const [address, from, form] of changes) {
      const answers = await Promise.all(
        [lead, colleague].map((person, index) =>
          person.post(address, { ...form(`Title of ${index}`), version: from }),
        ),
      );
      expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
      const lost = answers.find(({ status }) => status === 409);
      for (const text of ['Title of 0', 'Title of 1']) expect(lost?.text, address).toContain(text);
    }
  });
});
