// Random assessments as the application holds them, with ids of one small charter.
import fc from 'fast-check';
import type { Action, Milestone } from '#app/domain/plan/action.ts';
import type { Answer, EvidenceItem } from '#app/domain/scoring/answer.ts';
import type { Assessment, Given } from '#app/domain/formats/assessment-file.ts';
import { anyFields } from '#tests/arbitraries/actions.ts';

const CRITERIA = ['A1', 'A2', 'A3', 'B1'];
const INDICATORS = ['ratio', 'trend'];

/** Any text that a form can send: every script, line ends, and what YAML would take for a value. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom('', 'null', '~', 'yes', '0.80', '- a', 'a: b', '# no', ' x ', 'a\n\nb\n', '"'),
);
const name = text.map((written) => written.trim()).filter((written) => written !== '');
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const evidence: fc.Arbitrary<EvidenceItem> = fc.record({
  title: text,
  description: text,
  file: orNull(name),
  link: orNull(fc.webUrl({ withQueryParameters: true })),
  dataTable: orNull(name),
});

/** A rating, or why none applies, or neither; never both. */
const answer: fc.Arbitrary<Answer> = fc
  .record({
    claimed: orNull(fc.integer({ min: 0, max: 4 })),
    notApplicable: orNull(text),
    narrative: text,
    evidence: fc.array(evidence, { maxLength: 3 }),
  })
  .map((said) => (said.notApplicable === null ? said : { ...said, claimed: null }));

const count = fc
  .tuple(fc.nat({ max: 500 }), fc.nat({ max: 500 }))
  .map(([a, b]) => ({ numerator: Math.min(a, b), denominator: Math.max(a, b) }));

const givenWith = (said: fc.Arbitrary<Answer>): fc.Arbitrary<Given> =>
  fc
    .record({
      answers: fc.uniqueArray(fc.tuple(fc.constantFrom(...CRITERIA), said), {
        selector: ([id]) => id,
      }),
      counts: fc.uniqueArray(
        fc.tuple(fc.constantFrom(...INDICATORS), fc.record({ first: count, second: count })),
        { selector: ([id]) => id },
      ),
      sources: fc.array(orNull(text), { minLength: INDICATORS.length }),
    })
    .map(({ answers, counts, sources }) => ({
      answers: new Map(answers),
      indicators: new Map(counts),
      sources: new Map(
        counts.flatMap(([id], index): [string, string][] => {
          const source = sources[index] ?? null;
          return source === null ? [] : [[id, source]];
        }),
      ),
    }));

const milestone: fc.Arbitrary<Milestone> = fc.record({ on: day, text: name, done: fc.boolean() });

const action: fc.Arbitrary<Omit<Action, 'id'>> = fc
  .record({
    fields: anyFields({ text, day, criteria: CRITERIA, milestone }),
    objective: name,
    carries: orNull(fc.integer({ min: 1, max: 9999 }).map(String)),
  })
  .map(({ fields, objective, carries }) => ({ ...fields, objective, carries }));

const ticked = fc.dictionary(
  fc.constantFrom('1', '2', '3'),
  fc.uniqueArray(fc.integer({ min: 1, max: 4 })),
);

/** What only format 2 can say of a criterion, beside what both can. */
const answerInFormat2: fc.Arbitrary<Answer> = fc
  .record({ said: answer, statements: fc.option(ticked, { nil: undefined }), kind: fc.boolean() })
  .map(({ said, statements, kind }) => ({
    ...said,
    ...(statements === undefined || said.notApplicable !== null ? {} : { statements }),
    evidence: said.evidence.map((item) => (kind ? { ...item, kind: 'testimony' } : item)),
  }));

/** What only format 2 can say of the whole; what is empty is not written. */
const known = fc
  .record({
    facts: fc.dictionary(fc.constantFrom('nation', 'staff'), fc.constantFrom('wales', 'true', '3')),
    held: fc.dictionary(fc.constantFrom('half', 'most'), fc.nat({ max: 9 })),
  })
  .map(({ facts, held }) => ({
    ...(Object.keys(facts).length === 0 ? {} : { facts: new Map(Object.entries(facts)) }),
    ...(Object.keys(held).length === 0 ? {} : { held: new Map(Object.entries(held)) }),
  }));

/** An assessment of the charter `example@1.0.0`, of either format, with everything that may be there or not. */
export const anyAssessment: fc.Arbitrary<Assessment> = fc
  .constantFrom(1 as const, 2 as const)
  .chain((format) => assessmentIn(format));

function assessmentIn(format: Assessment['format']): fc.Arbitrary<Assessment> {
  const given = givenWith(format === 1 ? answer : answerInFormat2);
  const all =
    format === 1 ? given : fc.tuple(given, known).map(([one, more]) => ({ ...one, ...more }));
  return fc
    .record({
      format: fc.constant(format),
      organisation: orNull(name),
      department: orNull(name),
      targetLevel: orNull(fc.constantFrom('half', 'most')),
      answerSet: all,
      leftBehind: given,
      actions: fc.array(action, { maxLength: 3 }),
    })
    .map((parts) => ({
      ...parts,
      charter: 'example@1.0.0',
      actions: parts.actions.map((each, index) => ({ ...each, id: `action-${index + 1}` })),
    }));
}
