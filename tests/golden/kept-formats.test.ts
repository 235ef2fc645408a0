// Every version of every format that outlives the program, read by today's. A file in formats/ is never
// written anew: it is what a program wrote once. Those that end in -first are from the first program that
// wrote the format (docs/decisions/0028-frozen-formats.md).
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  type CharterLibrary,
  loadCharterLibrary,
} from '#app/adapters/charter-files/charter-library.ts';
import { checkCredential } from '#app/domain/award/check-credential.ts';
import { readArchivedEvidence, readManifest } from '#app/domain/formats/archive-manifest.ts';
import { assessmentOf, readAssessmentFile } from '#app/domain/formats/assessment-file.ts';
import { awardCredential } from '#app/domain/formats/credential-claims.ts';
import { readDecisionRecord } from '#app/domain/formats/decision-record.ts';
import { assessmentFileOf } from '#app/domain/formats/export-assessment.ts';
import {
  archivedEvidenceV1,
  archiveManifestV1,
} from '#app/domain/formats/frozen/archive-manifest-v1.ts';
import { assessmentFileV1 } from '#app/domain/formats/frozen/assessment-file-v1.ts';
import { credentialV1 } from '#app/domain/formats/frozen/credential-v1.ts';
import { assessmentFileV2 } from '#app/domain/formats/frozen/assessment-file-v2.ts';
import { decisionRecordV1 } from '#app/domain/formats/frozen/decision-record-v1.ts';
import { decisionRecordV2 } from '#app/domain/formats/frozen/decision-record-v2.ts';
import { snapshotV1 } from '#app/domain/formats/frozen/snapshot-v1.ts';
import { snapshotV2 } from '#app/domain/formats/frozen/snapshot-v2.ts';
import { readCredential } from '#app/domain/formats/read-credential.ts';
import { canonicalJson, readSnapshot } from '#app/domain/formats/snapshot.ts';
import type { Result } from '#app/domain/problem.ts';
import { decisionRecord } from '#app/domain/review/make-record.ts';
import { consensusScore } from '#app/domain/review/consensus-score.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import { snapshotOf } from '#app/domain/submission/make-snapshot.ts';
import { panelFeedbackDocument } from '#reports/panel-feedback.ts';
import { keptFile, keptRecord, keptSnapshot } from '#tests/support/kept-in-format-two.ts';
import { done } from '#tests/support/review.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const kept = (name: string) =>
  readFileSync(path.join(import.meta.dirname, 'formats', `${name}.json`), 'utf8');

let library: CharterLibrary;
beforeAll(async () => {
  library = await loadCharterLibrary(path.join(ROOT, 'charter-criteria'));
});

function charterNamed(name: string) {
  const version = library.versions.get(name);
  if (version === undefined) throw new Error(`no ${name}`);
  return { charter: version.charter, hash: version.hash };
}

/** The value in a text with some of it changed, as a text. */
function changed(text: string, change: object): string {
  const value: object = JSON.parse(text);
  return JSON.stringify({ ...value, ...change });
}

/** The text of what was read, or why it was not. */
function told<T, P>(read: Result<T, P>): string | P {
  return read.ok ? canonicalJson(read.value) : read.problem;
}

describe('a snapshot', () => {
  // Both formats are written today, each for charters of its own: nothing of either is lost in reading.
  it.each(['snapshot-v1', 'snapshot-v1-first', 'snapshot-v2'])('%s is read whole', (name) => {
    expect(canonicalJson(done(readSnapshot(kept(name))))).toBe(kept(name));
  });

  it('of the first program has what there was then', () => {
    const { answerSet, actions } = assessmentOf(
      done(readSnapshot(kept('snapshot-v1-first'))).content,
    );
    const [first] = actions;
    expect([answerSet.answers.size, answerSet.indicators.size, actions.length]).toEqual([20, 1, 3]);
    expect(first).toMatchObject({
      keyPriority: '',
      responsible: '',
      milestones: [],
      carries: null,
    });
  });

  it('is written today with the same bytes', () => {
    const { assessment, content, evidence } = done(readSnapshot(kept('snapshot-v1')));
    const { charter, hash } = charterNamed(content.charter);
    const given = assessmentOf(content);
    const written = snapshotOf({
      assessment,
      charter,
      charterSha256: hash,
      content: assessmentFileOf(given),
      evidence,
      scorecard: scoreAssessment(charter, given.answerSet),
    });
    expect(canonicalJson(written)).toBe(kept('snapshot-v1'));
  });

  it('of format 2 is written today with the same bytes', () => {
    expect(canonicalJson(keptSnapshot())).toBe(kept('snapshot-v2'));
  });
});

describe('a decision record', () => {
  it.each(['decision-record-v1', 'decision-record-v1-first', 'decision-record-v2'])(
    '%s is read whole',
    (name) => {
      expect(canonicalJson(done(readDecisionRecord(kept(name))))).toBe(kept(name));
    },
  );

  it('of format 2 is written today with the same bytes', () => {
    expect(canonicalJson(keptRecord())).toBe(kept('decision-record-v2'));
  });

  it('of the first program still makes its document', () => {
    const record = done(readDecisionRecord(kept('decision-record-v1-first')));
    const { charter } = charterNamed(record.charter);
    const model = panelFeedbackDocument({
      charter,
      record,
      decidedOn: '2026-11-24',
      appealBy: null,
    });
    expect(JSON.stringify(model)).toContain('Attach the minute of the appointment.');
  });

  it('is written today with the same bytes', () => {
    const record = done(readDecisionRecord(kept('decision-record-v1')));
    const { criteria, outcome, level, revisionsDueOn, summary, panel } = record;
    const { charter } = charterNamed(record.charter);
    const { answerSet } = assessmentOf(record.content);
    const agreed = new Map(criteria.map(({ criterion, consensus }) => [criterion, consensus]));
    const scorecard = consensusScore(charter, answerSet, agreed);
    const written = decisionRecord({
      ...record,
      charter,
      answers: answerSet,
      panel: { name: panel.name, members: panel.members },
      consensus: criteria.map(({ consensus, ...one }) => ({
        statements: null,
        ...one,
        rating: consensus,
      })),
      ratings: criteria.flatMap(({ criterion, independent }) =>
        independent.map((rating) => ({ criterion, rating })),
      ),
      decided: { outcome, level, revisionsDueOn, summary, scorecard },
    });
    expect(canonicalJson(written)).toBe(kept('decision-record-v1'));
  });
});

describe.each([
  { format: 'snapshot', read: (text: string) => told(readSnapshot(text)), name: 'snapshot-v1' },
  {
    format: 'decision record',
    read: (text: string) => told(readDecisionRecord(text)),
    name: 'decision-record-v1',
  },
])('a $format that cannot be read is a value', ({ read, name }) => {
  it.each([
    ['a later format', { format: 3 }, { code: 'unknown-format' }],
    ['no format that is one', { format: '1' }, { code: 'unknown-format' }],
    ['a field that format 1 never had', { later: true }, { code: 'other-shape', at: '' }],
    [
      'another content',
      { content: { charter: 7 } },
      { code: 'other-shape', at: 'content.charter' },
    ],
  ])('%s', (_, change, problem) => {
    expect(read(changed(kept(name), change))).toEqual(problem);
  });

  it.each(['', '{', 'null', '[]', '7'])('the text ‘%s’', (text) => {
    expect(read(text)).toEqual({ code: 'other-shape', at: '' });
  });

  it('and without the field it is format 1', () => {
    const { format: _, ...rest }: { format: number } = JSON.parse(kept(name));
    expect(read(JSON.stringify(rest))).toBe(kept(name));
  });
});

describe('an assessment file', () => {
  const data = (name = 'assessment-file-v1'): object => JSON.parse(kept(name));

  it.each(['assessment-file-v1', 'assessment-file-v1-first', 'assessment-file-v2'])(
    '%s is read and written the same',
    (name) => {
      const read = readAssessmentFile(data(name));
      if (!read.ok) throw new Error(JSON.stringify(read.problem));
      const written = assessmentFileOf(assessmentOf(read.value));
      expect(canonicalJson(written)).toBe(canonicalJson({ format: 1, ...data(name) }));
    },
  );

  it('of format 2 is written today as it was', () => {
    expect(canonicalJson(keptFile())).toBe(canonicalJson(data('assessment-file-v2')));
  });

  it('without a format is format 1, and a later one is refused', () => {
    expect(readAssessmentFile({ ...data(), format: undefined }).ok).toBe(true);
    const message = 'expected 1 or 2';
    expect(readAssessmentFile({ ...data(), format: 3 })).toEqual({
      ok: false,
      problem: [{ path: ['format'], message }],
    });
  });

  // A file of format 1 never loses in silence what only format 2 can say.
  it.each(['facts', 'held'])('%s stand in format 2 only', (key) => {
    const { [key]: value }: Record<string, unknown> = { ...data('assessment-file-v2') };
    expect(value).toBeDefined();
    expect(readAssessmentFile({ ...data(), [key]: value })).toMatchObject({
      problem: [{ path: [] }],
    });
  });
});

describe('a credential', () => {
  const origin = 'https://mentoring.example';
  const issuer = { origin, awardingBody: 'The Awarding Body' };
  const payload = (): object => JSON.parse(kept('credential-v1'));
  const verdict = (claims: unknown) =>
    checkCredential(claims, { issuer, now: '2029-01-01T00:00:00Z', isRevoked: () => false });

  it('that was issued in 2027 is checked in 2029', () => {
    expect(readCredential(payload()).ok).toBe(true);
    expect(verdict(payload())).toEqual({ code: 'valid', number: 'MC-2027-1' });
  });

  it('of other contexts, or with claims of others, is none of ours', () => {
    const none = { code: 'not-an-award' };
    expect(verdict({ ...payload(), '@context': ['https://www.w3.org/ns/credentials/v2'] })).toEqual(
      none,
    );
    expect(verdict({ ...payload(), type: ['VerifiableCredential'] })).toEqual(none);
    expect(verdict({ ...payload(), more: true })).toEqual(none);
    expect(verdict(null)).toEqual(none);
  });

  it('is written today with the same bytes', () => {
    const award = {
      number: 'MC-2027-1',
      organisationId: 'organisation-1',
      organisation: 'Pen Llŷn and Eryri Health NHS Foundation Trust',
      department: 'Therapies',
      charter: 'bme-mentoring@1.0.1',
      charterTitle: 'BME Mentoring Charter',
      level: 'bronze',
      levelLabel: 'Bronze',
      means: 'The department knows where it stands.',
      awardedOn: '2027-03-01',
      lastDay: '2032-02-29',
      statusIndex: 131_074,
    };
    const seconds = (instant: string) => Date.parse(instant) / 1000;
    expect(JSON.stringify(awardCredential(award, issuer, seconds))).toBe(kept('credential-v1'));
  });
});

describe('the manifest of an archive', () => {
  it('is read whole, with its list of evidence', () => {
    const manifest = done(readManifest(kept('archive-manifest-v1')));
    expect(`${JSON.stringify(manifest, null, 2)}\n`).toBe(kept('archive-manifest-v1'));
    const listed = done(readArchivedEvidence(kept('archive-evidence-v1'), manifest.format));
    expect(listed.map(({ file }) => file?.path)).toEqual([
      'evidence/G1/minute.pdf',
      null,
      undefined,
    ]);
  });

  it('of a later format, or damaged, is a value', () => {
    const text = kept('archive-manifest-v1');
    expect(readManifest(changed(text, { format: 2 }))).toMatchObject({
      problem: { code: 'unknown-format' },
    });
    expect(readManifest(changed(text, { files: [{ path: '../x' }] })).ok).toBe(false);
    expect(readManifest('').ok).toBe(false);
    expect(readArchivedEvidence('', 1).ok).toBe(false);
  });
});

describe('a frozen schema', () => {
  it.each([
    ['snapshot-v1', snapshotV1],
    ['decision-record-v1', decisionRecordV1],
    ['snapshot-v2', snapshotV2],
    ['decision-record-v2', decisionRecordV2],
    ['assessment-file-v2', assessmentFileV2(() => null)],
    ['assessment-file-v1', assessmentFileV1(() => null)],
    ['credential-v1', credentialV1],
    ['archive-manifest-v1', archiveManifestV1],
    ['archive-evidence-v1', archivedEvidenceV1],
  ] as const)('%s is what it was', async (name, schema) => {
    const text = `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(`./formats/${name}.schema.json`);
  });
});
