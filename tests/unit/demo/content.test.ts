// The demo's files: they read, fit their charters, reach what they claim and name only what is there.
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadCharterLibrary } from '#app/adapters/charter-files/charter-library.ts';
import { evidenceFilesOf, readDemoContent } from '#app/demo/content.ts';
import { misfits } from '#app/domain/charter/file-misfits.ts';
import { assessmentOf } from '#app/domain/formats/assessment-file.ts';
import { allCriteria } from '#app/domain/charter/charter.ts';
import { BODY_ROLES, ORGANISATION_ROLES } from '#app/domain/policy/actor.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';

const { versions } = await loadCharterLibrary('charter-criteria');
const demo = await readDemoContent(path.join('app', 'demo'));

function words(text: string | null | undefined): number {
  return (text ?? '').split(/\s+/).filter(Boolean).length;
}

function assessmentIn(file: string) {
  const found = demo.assessments.find((one) => one.file === file);
  const charter = versions.get(found?.content.charter ?? '')?.charter;
  if (found === undefined || charter === undefined) throw new Error(`${file} is not there`);
  const assessment = assessmentOf(found.content);
  return { ...found, charter, scorecard: scoreAssessment(charter, assessment.answerSet) };
}

describe.each(demo.assessments.map(({ file }) => file))('%s', (file) => {
  const { charter, content, scorecard, reaches, organisation, department, writers, lead } =
    assessmentIn(file);

  test('fits its charter', () => {
    expect(misfits(content, charter)).toEqual([]);
  });

  test('reaches the level that is claimed for it', () => {
    expect(scorecard.level).toBe(reaches);
  });

  test('carries the names of its places', () => {
    const trust = demo.organisations.find(({ id }) => id === organisation);
    expect(content.organisation).toBe(trust?.name);
    expect(content.department).toBe(trust?.departments.find(({ id }) => id === department)?.name);
  });

  test('is written by the lead and the contributors of its department', () => {
    expect([...writers.keys()]).toEqual(Object.keys(content.answers ?? {}));
    const here = demo.people.flatMap(({ email, roles }) =>
      roles.flatMap((role) =>
        'department' in role && role.department === department ? [[email, role.role]] : [],
      ),
    );
    expect(here).toContainEqual([lead, 'assessment-lead']);
    const others = [...writers.values()].filter((writer) => writer !== lead);
    for (const other of others) expect(here).toContainEqual([other, 'contributor']);
  });
});

describe('the stages', () => {
  test('empty has no answers', () => {
    expect(assessmentIn('empty.yaml').content.answers).toBeUndefined();
  });

  test('half-done has claims above their evidence, one long narrative and one indicator', () => {
    const { content, charter, scorecard } = assessmentIn('half-done.yaml');
    const capped = scorecard.criteria.filter(({ reasons }) => reasons.length > 0);
    expect(capped.length).toBeGreaterThan(1);
    expect(tooLong(content.answers, charter)).toEqual(['M3']);
    expect(Object.keys(content.indicators ?? {})).toEqual(['mentoring-reach']);
    expect(content.actions).toHaveLength(3);
  });

  test.each([
    ['ready-for-bronze.yaml', 10, 3],
    ['nearly-silver.yaml', 14, 2],
  ])('%s is answered in full', (file, actions, indicators) => {
    const { content, charter } = assessmentIn(file);
    expect(Object.keys(content.answers ?? {})).toHaveLength(35);
    expect(Object.keys(content.indicators ?? {})).toHaveLength(indicators);
    expect(content.actions).toHaveLength(actions);
    expect(tooLong(content.answers, charter)).toEqual([]);
    for (const [id, answer] of Object.entries(content.answers ?? {})) {
      const length = words(answer.narrative ?? answer.notApplicable);
      expect(length, id).toBeGreaterThanOrEqual(80);
      expect(length, id).toBeLessThanOrEqual(250);
    }
  });

  test('nearly-silver falls short of silver by three conditions', () => {
    const { scorecard } = assessmentIn('nearly-silver.yaml');
    const silver = scorecard.levels.find(({ id }) => id === 'silver');
    expect(silver?.conditions.filter(({ met }) => !met)).toHaveLength(3);
  });
});

test('there is a submission at every stage of a review', () => {
  const stages = demo.reviews.submissions.map(({ review }) => {
    if (review === undefined) return 'waits for a panel';
    if (review.decision !== undefined) return review.decision.published ? 'published' : 'decided';
    return review.discussion === undefined ? 'rating' : 'discussion';
  });
  expect(stages.toSorted()).toEqual(
    ['decided', 'discussion', 'published', 'rating', 'waits for a panel'].toSorted(),
  );
});

test('every criterion and rating that the panel gives is in the charter', () => {
  for (const { file, review } of demo.reviews.submissions) {
    const { charter } = assessmentIn(file);
    const known = allCriteria(charter).map(({ id }) => id);
    const marks = [...(review?.members ?? []), ...(review?.discussion ? [review.discussion] : [])];
    for (const [id, { rating }] of marks.flatMap(({ criteria }) => Object.entries(criteria))) {
      expect(known, file).toContain(id);
      expect(rating, `${file} ${id}`).toBeLessThan(charter.scale.length);
    }
  }
});

test('evidence named in an assessment is in evidence.yaml, and the other way round', () => {
  const named = [...demo.assessments, ...demo.organisationAnswers].flatMap(({ content }) =>
    evidenceFilesOf(content),
  );
  expect([...demo.evidence.keys()].toSorted()).toEqual([...new Set(named)].toSorted());
});

test.each([...demo.evidence])('%s has the ending of its kind, and whole rows', (file, evidence) => {
  expect(path.extname(file)).toBe(`.${evidence.kind}`);
  if (evidence.kind !== 'csv') return;
  const [headings, ...rows] = evidence.rows;
  for (const row of rows) expect(row).toHaveLength(headings?.length ?? 0);
});

test('somebody holds every role, in every place', () => {
  const held = demo.people.flatMap(({ roles }) => roles);
  for (const role of [...ORGANISATION_ROLES, ...BODY_ROLES]) {
    expect(held.map((one) => one.role)).toContain(role);
  }
  expect(held.filter(({ role }) => role === 'panel-member')).toHaveLength(5);
  for (const { id, departments } of demo.organisations) {
    const here = held.filter((one) => 'organisation' in one && one.organisation === id);
    expect(here.map(({ role }) => role)).toEqual(
      expect.arrayContaining(['executive-sponsor', 'organisation-viewer']),
    );
    for (const department of departments) {
      const roles = here.filter((one) => 'department' in one && one.department === department.id);
      expect(roles.map(({ role }) => role).toSorted()).toEqual(['assessment-lead', 'contributor']);
    }
  }
});

test('no two people share an email, and none could be real', () => {
  const emails = demo.people.map(({ email }) => email);
  expect(new Set(emails).size).toBe(emails.length);
  for (const email of emails) expect(email).toMatch(/\.example$/);
});

function tooLong(
  answers: ReturnType<typeof assessmentIn>['content']['answers'],
  charter: ReturnType<typeof assessmentIn>['charter'],
): readonly string[] {
  return allCriteria(charter)
    .filter(({ id, wordLimit }) => words(answers?.[id]?.narrative) > wordLimit)
    .map(({ id }) => id);
}
