import { readdirSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { backUp } from '#app/adapters/backup/backup.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import type { DecisionRecord } from '#app/domain/formats/decision-record.ts';
import type { Services } from '#app/services.server.ts';
import {
  AWARD_DOCUMENTS,
  giveOutAwardDocuments,
  giveOutFeedback,
} from '#app/use-cases/review/give-out-documents.ts';
import { sweepEvidenceFiles } from '#app/use-cases/evidence/sweep-evidence-files.ts';
import {
  listDecisionDocuments,
  loadDecisionDocument,
} from '#db/repositories/review/decision-documents.ts';
import { type DecisionRow, loadDecision } from '#db/repositories/review/decisions.ts';
import type { FileRow } from '#db/repositories/evidence/evidence-rows.ts';
import { PRIVATE, PUBLIC, RECOMMENDATION } from '#tests/support/award-record.ts';
import { addAward, type AwardParts } from '#tests/support/awards.ts';
import { temporaryFolder } from '#tests/support/command.ts';
import { readPdf } from '#tests/support/pdf-read.ts';
import { readQr } from '#tests/support/qr-read.ts';
import { testServices } from '#tests/support/services.ts';

const AT = '2027-03-02T10:00:00.000Z';
const ADMINISTRATOR: Actor = {
  id: 'administrator',
  name: 'Bethan Cartwright',
  email: 'bethan@example.org',
  memberships: [],
};

async function awarded(parts: AwardParts = {}) {
  const services = await testServices();
  const { award, decisionId } = await addAward(services, parts);
  const decision = await loadDecision(services.engine.db, decisionId);
  if (decision === null) throw new Error('there is no decision');
  return { services, award, decision, asked: { decision, actor: ADMINISTRATOR, at: AT } };
}

type Awarded = Awaited<ReturnType<typeof awarded>>;

async function published({ services, asked, award }: Awarded) {
  const given = await giveOutAwardDocuments(services, { ...asked, award });
  if (!given.ok) throw new Error(given.problem.code);
  await services.engine.commit(given.value.writes);
  return given.value;
}

async function bytesOf({ files }: Services, file: FileRow | null): Promise<Uint8Array> {
  const read = file === null ? null : await files.read(file);
  if (!read?.ok) throw new Error('the file cannot be read');
  return new Uint8Array(await new Response(read.value).arrayBuffer());
}

async function textOf(services: Services, file: FileRow | null): Promise<string> {
  const { pages } = await readPdf(await bytesOf(services, file));
  return pages.join(' ').replaceAll('\n', ' ');
}

const withRecord = (decision: DecisionRow, change: Partial<DecisionRecord>): DecisionRow => ({
  ...decision,
  record: JSON.stringify({ ...JSON.parse(decision.record), ...change }),
});

describe('giving out the documents of an award', () => {
  test('report, plan and certificate are kept under names of their own, with their rows', async () => {
    const setUp = await awarded();
    const { services, award, decision } = setUp;
    await published(setUp);
    const documents = await listDecisionDocuments(services.engine.db, decision.id);
    expect(documents.map(({ kind, file }) => [kind, file.name])).toEqual([
      ['action-plan', `action-plan-${award.number}.pdf`],
      ['award-report', `award-report-${award.number}.pdf`],
      ['certificate', `certificate-${award.number}.pdf`],
    ]);
    for (const { file, createdAt } of documents) {
      expect(file).toMatchObject({
        organisationId: decision.organisationId,
        mediaType: 'application/pdf',
        createdBy: ADMINISTRATOR.id,
      });
      expect(createdAt).toBe(AT);
      expect((await bytesOf(services, file)).byteLength).toBe(file.size);
    }
  });

  test('they say what anyone may read, and nothing else', async () => {
    const setUp = await awarded();
    const { services, decision } = setUp;
    await published(setUp);
    const documents = await listDecisionDocuments(services.engine.db, decision.id);
    const texts = await Promise.all(documents.map(({ file }) => textOf(services, file)));
    const [plan = '', report = ''] = texts;
    expect(plan).toContain(PUBLIC.objective);
    for (const words of Object.values(PUBLIC)) expect(report).toContain(words);
    // A line may end at any dash, so the canaries are looked for in the text without its space.
    const unbroken = texts.map((text) => text.replaceAll(/\s/g, ''));
    // What the panel recommends is part of the report.
    expect(unbroken[1]).toContain(RECOMMENDATION);
    for (const text of unbroken) {
      for (const canary of Object.values(PRIVATE)) expect(text).not.toContain(canary);
    }
  });

  test('the certificate leads to the page that checks its number', async () => {
    const setUp = await awarded();
    const { services, award, decision } = setUp;
    await published(setUp);
    const file = await loadDecisionDocument(services.engine.db, {
      decisionId: decision.id,
      kind: 'certificate',
    });
    const address = `${services.config.origin}/verify/${award.number}`;
    expect(readQr(await bytesOf(services, file))).toBe(address);
    expect(await textOf(services, file)).toContain(address);
  });

  test('what was given out is never made anew', async () => {
    const setUp = await awarded();
    const { services, asked, award } = setUp;
    const first = await published(setUp);
    expect(first.documents.map(({ kind }) => kind)).toEqual([...AWARD_DOCUMENTS]);
    const later = { ...asked, at: '2027-04-01T10:00:00.000Z', award };
    expect(await giveOutAwardDocuments(services, later)).toEqual({
      ok: true,
      value: { writes: [], documents: [] },
    });
  });

  test('two at once: one list of rows is committed, the other undone', async () => {
    const setUp = await awarded();
    const { services, asked, award, decision } = setUp;
    const [one, other] = await Promise.all([
      giveOutAwardDocuments(services, { ...asked, award }),
      giveOutAwardDocuments(services, { ...asked, award }),
    ]);
    if (!one.ok || !other.ok) throw new Error('not given out');
    await services.engine.commit(one.value.writes);
    await expect(services.engine.commit(other.value.writes)).rejects.toThrow(/never changed/);
    const documents = await listDecisionDocuments(services.engine.db, decision.id);
    expect(documents).toHaveLength(3);
    // The same content on the same day has the same fingerprint.
    expect(other.value.documents.map(({ file }) => file.sha256)).toEqual(
      one.value.documents.map(({ file }) => file.sha256),
    );
  });

  test('the daily sweep leaves them, and collects those whose rows were not committed', async () => {
    const setUp = await awarded();
    const { services, asked } = setUp;
    await published(setUp);
    const lost = await giveOutFeedback(services, asked);
    expect(lost.ok).toBe(true);
    const folder = path.join(services.config.dataFolder, 'files');
    const now = services.clock();
    const before = now.getTime() / 1000 - 25 * 3600;
    for (const name of readdirSync(folder)) utimesSync(path.join(folder, name), before, before);
    expect(await sweepEvidenceFiles(services, now)).toMatchObject({ quarantined: 1, left: [] });
    // Three of documents that are published, and the quarantine.
    expect(readdirSync(folder)).toHaveLength(4);
  });

  test('a backup holds them', async () => {
    const setUp = await awarded();
    const { services } = setUp;
    const { documents } = await published(setUp);
    const target = path.join(temporaryFolder(), 'backup');
    const backup = await backUp(services.config.dataFolder, target, {
      now: services.clock(),
      key: null,
    });
    if (!backup.ok) throw new Error(backup.problem.code);
    expect(backup.value.unavailable).toEqual([]);
    const paths = backup.value.manifest.files.map((file) => file.path);
    for (const { file } of documents) expect(paths).toContain(`files/${file.id}`);
  });

  test('a full disk is told, and nothing is given out', async () => {
    const { services, asked, award } = await awarded();
    const full: Services = {
      ...services,
      files: {
        ...services.files,
        receive: async () => ({ ok: false, problem: { code: 'storage-full' } }),
      },
    };
    expect(await giveOutAwardDocuments(full, { ...asked, award })).toEqual({
      ok: false,
      problem: { code: 'storage-full' },
    });
  });

  test('a charter that is not there any more is an error, not a document', async () => {
    const { services, decision, asked, award } = await awarded();
    const other = withRecord(decision, { charter: 'gone@1.0.0' });
    await expect(
      giveOutAwardDocuments(services, { ...asked, decision: other, award }),
    ).rejects.toThrow('gone@1.0.0');
  });
});

describe('giving out the feedback', () => {
  test('it is kept with the decision, and has the days and what the panel asks', async () => {
    const { services, asked, decision } = await awarded();
    const given = await giveOutFeedback(services, asked);
    if (!given.ok) throw new Error(given.problem.code);
    await services.engine.commit(given.value.writes);
    const file = await loadDecisionDocument(services.engine.db, {
      decisionId: decision.id,
      kind: 'feedback',
    });
    expect(file?.name).toBe('panel-feedback-2027-03-01.pdf');
    const text = await textOf(services, file);
    // Ten working days after Monday 1 March 2027.
    expect(text).toContain('appeal until the end of 15 March 2027');
    for (const words of [PRIVATE.requirement, PRIVATE.reason, `${PRIVATE.member} 1`]) {
      expect(text).toContain(words);
    }
    for (const words of [PRIVATE.owner, PRIVATE.count, PRIVATE.evidenceFile]) {
      expect(text).not.toContain(words);
    }
  });

  test('the decision on an appeal says that it is final', async () => {
    const { services, asked, decision } = await awarded();
    const appealed = withRecord(decision, { purpose: 'appeal' });
    const given = await giveOutFeedback(services, { ...asked, decision: appealed });
    if (!given.ok) throw new Error(given.problem.code);
    await services.engine.commit(given.value.writes);
    const place = { decisionId: decision.id, kind: 'feedback' };
    const file = await loadDecisionDocument(services.engine.db, place);
    expect(await textOf(services, file)).toContain('it cannot be appealed against');
  });

  test('there is none where none was given out', async () => {
    const { services, decision } = await awarded();
    const place = { decisionId: decision.id, kind: 'feedback' };
    expect(await loadDecisionDocument(services.engine.db, place)).toBeNull();
  });
});
