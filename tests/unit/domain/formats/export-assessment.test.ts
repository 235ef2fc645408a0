import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import type { Answer } from '#app/domain/scoring/answer.ts';
import {
  type Assessment,
  assessmentFile,
  assessmentOf,
} from '#app/domain/formats/assessment-file.ts';
import { assessmentFileOf } from '#app/domain/formats/export-assessment.ts';
import { anyAssessment } from '#tests/arbitraries/assessments.ts';

const RUNS = 500;

function readBack(data: unknown): Assessment {
  return assessmentOf(assessmentFile.parse(data));
}

test('an assessment written as JSON and read again is the same assessment', () => {
  fc.assert(
    fc.property(anyAssessment, (assessment) => {
      const text = JSON.stringify(assessmentFileOf(assessment));
      expect(readBack(JSON.parse(text))).toEqual(assessment);
    }),
    { numRuns: RUNS },
  );
});

test('an assessment written as YAML and read again is the same assessment', () => {
  fc.assert(
    fc.property(anyAssessment, (assessment) => {
      const text = stringify(assessmentFileOf(assessment));
      expect(readBack(parse(text, { schema: 'core' }))).toEqual(assessment);
    }),
    { numRuns: RUNS },
  );
});

test('what was answered first stands first, and the file says its format', () => {
  const nothing = { answers: new Map(), indicators: new Map(), sources: new Map() };
  const empty = { claimed: null, notApplicable: null, narrative: '', evidence: [] };
  const file = assessmentFileOf({
    format: 1,
    charter: 'example@1.0.0',
    organisation: null,
    department: null,
    targetLevel: null,
    answerSet: {
      ...nothing,
      answers: new Map<string, Answer>([
        ['B1', { ...empty, claimed: 0 }],
        ['A1', empty],
      ]),
    },
    actions: [],
    leftBehind: nothing,
  });
  expect(JSON.stringify(file)).toBe(
    '{"format":1,"charter":"example@1.0.0","answers":{"B1":{"rating":0},"A1":{}}}',
  );
});
