// Files wait for the virus scanner, are given out when it has called them clean, and never when it found
// something; while it is down, they go on waiting. Against a stand-in for clamd.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createScanFile } from '#app/adapters/evidence-files/clamd.ts';
import { startBackground } from '#app/background.ts';
import { evidenceUnreadable } from '#app/http/evidence-download.ts';
import { archivePlan } from '#app/queries/submission/read-archive.ts';
import { assessmentView } from '#app/doors/assessment-view.ts';
import { criterionPage } from '#app/queries/assessment/criterion-page.ts';
import { evidenceFile } from '#app/queries/evidence/open-evidence-file.ts';
import type { Services } from '#app/services.server.ts';
import { attachEvidence } from '#app/use-cases/evidence/attach-evidence.ts';
import { fileScans } from '#app/use-cases/evidence/scan-files.ts';
import { loadFileBySha256 } from '#db/repositories/evidence/evidence-rows.ts';
import { outbox } from '#db/tables-together.ts';
import { files, memberships, user } from '#db/tables.ts';
import { auditEvents } from '#db/tables-trail.ts';
import { clamdServer, EICAR } from '#tests/support/clamd-server.ts';
import { startedAssessment } from '#tests/support/started-assessment.ts';
import { storedText } from '#tests/support/uploads.ts';

let clamd: Awaited<ReturnType<typeof clamdServer>>;

beforeEach(async () => {
  clamd = await clamdServer();
});
afterEach(() => clamd.stop());

async function begun({ scanner = true }: { readonly scanner?: boolean } = {}) {
  const { services: plain, id: assessmentId, lead, colleague } = await startedAssessment();
  const lines: { readonly event: string; readonly facts: object }[] = [];
  const scanFile = createScanFile(clamd.address, { silence: 300, whole: 900 });
  const log: Services['log'] = (event, facts = {}) => void lines.push({ event, facts });
  const services = { ...plain, log, scanFile: scanner ? scanFile : null };
  const attach = async (text: string, by: Services = services) => {
    const file = await storedText(plain, text);
    const fields = { assessmentId, criterion: 'G1', title: 'Minutes', description: '', link: null };
    const item = await attachEvidence(by, lead, { ...fields, file });
    if (!item.ok) throw new Error(item.problem.code);
    return { file: file.id, place: { assessmentId, evidenceId: item.value.id } };
  };
  const states = async () =>
    (await plain.engine.db.select().from(files)).map(({ scan, scannedAt }) => [scan, scannedAt]);
  const events = () => lines.map(({ event }) => event);
  return { plain, services, assessmentId, lead, colleague, attach, states, events, lines };
}

const AT = '2027-03-01T09:00:00.000Z';

describe('a file that waits', () => {
  test('is being checked until it is clean, and is then given out', async () => {
    const { services, lead, attach, states } = await begun();
    const { place } = await attach('Minutes of March');
    expect(await states()).toEqual([['waiting', null]]);
    expect(await evidenceFile(services, lead, place)).toMatchObject({
      ok: false,
      problem: { code: 'file-held', hold: 'being-checked' },
    });
    expect(await fileScans()(services)).toEqual({ clean: 1, infected: 0, left: 0 });
    expect(clamd.state.scanned.map(String)).toEqual(['Minutes of March']);
    expect(await states()).toEqual([['clean', AT]]);
    expect(await evidenceFile(services, lead, place)).toMatchObject({ ok: true });
    expect(await fileScans()(services)).toEqual({ clean: 0, infected: 0, left: 0 });
    expect(clamd.state.connections).toBe(1);
  });

  test('says so on its page and in an archive, which does not hold it', async () => {
    const { services, lead, attach, assessmentId } = await begun();
    await attach('Minutes of March');
    const look = async () => {
      const view = await assessmentView(services, lead, assessmentId);
      if (view === null) throw new Error('no view');
      const plan = await archivePlan(services, lead, { view, day: '2027-03-01' });
      if (!plan.ok) throw new Error(plan.problem.code);
      const paths = plan.value.parts.map((part) => part.path);
      const held = criterionPage(view, 'G1')?.evidence[0]?.held ?? null;
      return {
        held,
        index: plan.value.index([]),
        stored: paths.filter((one) => /minutes/.test(one)),
      };
    };
    const waiting = await look();
    expect(waiting.held).toMatch(/being checked for viruses/);
    expect(waiting.index).toContain('being checked for viruses');
    expect(waiting.stored).toEqual([]);
    await fileScans()(services);
    const clean = await look();
    expect(clean.held).toBeNull();
    expect(clean.stored).toHaveLength(1);
    services.close();
  });

  test('was here before the scanner: it is held back and scanned all the same', async () => {
    const { plain, services, lead, attach, states } = await begun();
    const { place } = await attach('Minutes of March', { ...plain, scanFile: null });
    expect(await states()).toEqual([['not-scanned', null]]);
    expect(await evidenceFile(plain, lead, place)).toMatchObject({ ok: true });
    expect(await evidenceFile(services, lead, place)).toMatchObject({ ok: false });
    await fileScans()(services);
    expect(await states()).toEqual([['clean', AT]]);
  });

  test('is scanned by what runs beside the pages, without anyone asking', async () => {
    const { services, attach } = await begun();
    await attach('Minutes of March');
    const seen = Promise.withResolvers<void>();
    const scanFile: NonNullable<Services['scanFile']> = async (content) => {
      for await (const piece of content) expect(String(piece)).toBe('Minutes of March');
      seen.resolve();
      return { verdict: 'clean' };
    };
    const stop = startBackground({ ...services, scanFile });
    await seen.promise;
    await stop();
    const [row] = await services.engine.db.select().from(files);
    expect(row?.scan).toBe('clean');
  });
});

describe('a file that was clean', () => {
  test('is looked at again after 7 days, and given out meanwhile', async () => {
    const { services, lead, attach, states, lines } = await begun();
    const { place } = await attach('Minutes of March');
    const scans = fileScans();
    await scans(services);
    const at = (day: string) => ({ ...services, clock: () => new Date(`${day}T09:00:01.000Z`) });
    expect(await scans(at('2027-03-07'))).toEqual({ clean: 0, infected: 0, left: 0 });
    const down = async () => ({ verdict: 'unavailable', reason: 'none' }) as const;
    const other = fileScans();
    expect(await other({ ...at('2027-03-08'), scanFile: down })).toMatchObject({ left: 0 });
    expect(await states()).toEqual([['clean', AT]]);
    expect(await scans(at('2027-03-08'))).toEqual({ clean: 1, infected: 0, left: 0 });
    expect(await states()).toEqual([['clean', '2027-03-08T09:00:01.000Z']]);
    expect(await evidenceFile(services, lead, place)).toMatchObject({ ok: true });
    const learnt = async () => ({ verdict: 'infected', found: 'New' }) as const;
    const later = { ...at('2027-03-16'), scanFile: learnt };
    expect(await scans(later)).toEqual({ clean: 0, infected: 1, left: 0 });
    expect(await evidenceFile(services, lead, place)).toMatchObject({
      ok: false,
      problem: { code: 'file-held', hold: 'infected' },
    });
    expect(lines.map(({ event }) => event)).toContain('file-infected');
  });
});

describe('the same content in several files', () => {
  const held = { ok: false, problem: { code: 'file-held', hold: 'infected' } };

  test('is infected in all of them, whatever was said of one', async () => {
    const { services, lead, attach, states } = await begun();
    const first = await attach('Minutes of March');
    await fileScans()(services);
    const second = await attach('Minutes of March');
    const third = await attach('Minutes of March');
    const other = await attach('Minutes of April');
    const scanFile: NonNullable<Services['scanFile']> = async (content) => {
      let text = '';
      for await (const piece of content) text += String(Buffer.from(piece));
      return text.includes('March') ? { verdict: 'infected', found: 'New' } : { verdict: 'clean' };
    };
    const done = await fileScans()({ ...services, scanFile });
    expect(done).toEqual({ clean: 1, infected: 1, left: 0 });
    for (const { place } of [first, second, third]) {
      expect(await evidenceFile(services, lead, place)).toMatchObject(held);
    }
    expect(await evidenceFile(services, lead, other.place)).toMatchObject({ ok: true });
    expect((await states()).map(([scan]) => scan).toSorted()).toEqual([
      'clean',
      'infected',
      'infected',
      'infected',
    ]);
    const events = await services.engine.db.select().from(auditEvents);
    expect(events.filter(({ event }) => event === 'file-infected')).toHaveLength(3);
  });

  test('is infected for panels, who ask for it by its fingerprint', async () => {
    const { services, attach } = await begun();
    const { db } = services.engine;
    await attach('Minutes of March');
    const second = await attach('Minutes of March');
    await fileScans()(services);
    await db.update(files).set({ scan: 'infected' }).where(eq(files.id, second.file));
    const [row] = await db.select().from(files);
    if (row === undefined) throw new Error('no file');
    expect(await loadFileBySha256(db, row)).toMatchObject({ scan: 'infected' });
  });

  test.each([true, false])(
    'is infected from the beginning, with a scanner: %s',
    async (scanner) => {
      const { plain, services, lead, attach } = await begun();
      await attach(`A minute. ${EICAR}`);
      await fileScans()(services);
      const by = scanner ? services : { ...plain, scanFile: null };
      const { place } = await attach(`A minute. ${EICAR}`, by);
      await fileScans()({ ...services, scanFile: async () => ({ verdict: 'clean' }) });
      expect(await evidenceFile(by, lead, place)).toMatchObject(held);
    },
  );
});

describe('a file that is infected', () => {
  test('is never given out, and its sender and the leads get a letter', async () => {
    const { services, lead, colleague, attach, states, events, assessmentId } = await begun();
    const { db } = services.engine;
    const person = { emailVerified: true, createdAt: AT, updatedAt: AT };
    await db.insert(user).values({ ...person, id: lead.id, name: 'Nia', email: 'nia@example.org' });
    await db.insert(memberships).values({
      id: 'm',
      userId: colleague.id,
      organisationId: 'north',
      departmentId: null,
      role: 'assessment-lead',
    });
    const { place } = await attach(`A minute. ${EICAR}`);
    expect(await fileScans()(services)).toEqual({ clean: 0, infected: 1, left: 0 });
    expect(await states()).toEqual([['infected', AT]]);
    for (const by of [services, { ...services, scanFile: null }]) {
      const found = await evidenceFile(by, lead, place);
      if (found === null || found.ok) throw new Error('it was given out');
      const answer = evidenceUnreadable(services, place.evidenceId, found.problem);
      expect(answer.status).toBe(403);
      expect(await answer.text()).toMatch(/found something harmful.*Remove it/);
    }
    const letters = await db.select().from(outbox);
    expect(letters.map(({ recipient }) => recipient).toSorted()).toEqual([
      'nia@example.org',
      'sian@example.org',
    ]);
    for (const { text } of letters) {
      expect(text).toContain('Remove it');
      expect(text).toContain(`/assessments/${assessmentId}/criteria/G1`);
      expect(text).not.toContain('minutes.txt');
    }
    expect(events()).toContain('file-infected');
    const trail = await db.select().from(auditEvents);
    expect(trail.at(-1)).toMatchObject({ event: 'file-infected', actor: null });
    await fileScans()(services);
    expect(await db.select().from(outbox)).toHaveLength(2);
  });
});

describe('a scanner that does not answer', () => {
  test.each(['hangs', 'drops', 'fails', 'babbles'] as const)(
    'because it %s holds files back, is logged once, and they are tried again',
    async (manner) => {
      const { services, lead, attach, states, events } = await begun();
      const { place } = await attach('x'.repeat(100_000));
      await attach('Minutes of April');
      clamd.state.manner = manner;
      const scans = fileScans();
      expect(await scans(services)).toEqual({ clean: 0, infected: 0, left: 2 });
      expect(await scans(services)).toEqual({ clean: 0, infected: 0, left: 2 });
      expect(await states()).toEqual([
        ['waiting', null],
        ['waiting', null],
      ]);
      expect(await evidenceFile(services, lead, place)).toMatchObject({ ok: false });
      expect(events()).toEqual(['scanner-down']);
      clamd.state.manner = 'scans';
      expect(await scans(services)).toEqual({ clean: 2, infected: 0, left: 0 });
      expect(events()).toEqual(['scanner-down', 'scanner-back']);
      expect(await evidenceFile(services, lead, place)).toMatchObject({ ok: true });
    },
  );

  test('because it is not there: the same', async () => {
    const { services, attach, states, events } = await begun();
    await attach('Minutes of March');
    await clamd.stop();
    expect(await fileScans()(services)).toMatchObject({ left: 1 });
    expect(await states()).toEqual([['waiting', null]]);
    expect(events()).toEqual(['scanner-down']);
  });
});

test('what is too large or missing holds up nobody else, and is logged once', async () => {
  const { services, attach, states, lines } = await begun();
  await attach('x'.repeat(200_000));
  const { file: missing } = await attach('gone');
  await attach('Minutes of March');
  clamd.state.most = 100_000;
  rmSync(path.join(services.config.dataFolder, 'files', missing));
  const scans = fileScans();
  for (const clean of [1, 0])
    expect(await scans(services)).toEqual({ clean, infected: 0, left: 2 });
  expect((await states()).map(([scan]) => scan).toSorted()).toEqual([
    'clean',
    'waiting',
    'waiting',
  ]);
  expect(lines.map(({ event }) => event)).toEqual(['file-not-scanned', 'file-not-scanned']);
  expect(JSON.stringify(lines)).toContain('StreamMaxLength');
});

test('a file on which the scanner falls over keeps nobody else waiting', async () => {
  const { services, attach, states, events } = await begun();
  for (const text of ['poison one', 'poison two', 'Minutes of March', 'Minutes of April']) {
    await attach(text);
  }
  const scanFile: NonNullable<Services['scanFile']> = async (content) => {
    let text = '';
    for await (const piece of content) text += String(piece);
    return text.startsWith('poison')
      ? { verdict: 'unavailable', reason: 'it hung up' }
      : { verdict: 'clean' };
  };
  const scans = fileScans();
  await scans({ ...services, scanFile });
  expect(await scans({ ...services, scanFile })).toEqual({ clean: 2, infected: 0, left: 2 });
  expect((await states()).map(([scan]) => scan)).toEqual(['waiting', 'waiting', 'clean', 'clean']);
  expect(events()).toEqual(['scanner-down', 'scanner-back', 'scanner-down']);
});

test('a stop ends between two files', async () => {
  const { services, attach } = await begun();
  await attach('One');
  await attach('Two');
  const stop = new AbortController();
  const scanFile: NonNullable<Services['scanFile']> = async () => {
    stop.abort();
    return { verdict: 'clean' };
  };
  expect(await fileScans()({ ...services, scanFile }, stop.signal)).toEqual({
    clean: 1,
    infected: 0,
    left: 1,
  });
});

test('without a scanner nothing waits', async () => {
  const { services, lead, attach, states } = await begun({ scanner: false });
  const { place } = await attach('Minutes of March');
  expect(await states()).toEqual([['not-scanned', null]]);
  expect(await evidenceFile(services, lead, place)).toMatchObject({ ok: true });
  expect(await fileScans()(services)).toEqual({ clean: 0, infected: 0, left: 0 });
});
