// Whether an assessment file fits its charter: ids, ratings, statements, facts and counts that the charter knows.
import type { AssessmentFile, Misfit } from '#app/domain/formats/assessment-file.ts';
import { type Ticked, tickedRating } from './ticked.ts';
import { allCriteria, type Charter, charterName, findCriterion, highestRating } from './charter.ts';
import { isFactValue } from './facts.ts';
import { didYouMean, type Path } from './finding.ts';

/** What in the file does not fit the charter: unknown ids, ratings off the scale, impossible counts. */
export function misfits(file: AssessmentFile, charter: Charter): readonly Misfit[] {
  const criteria = allCriteria(charter).map(({ id }) => id);
  const highest = highestRating(charter);
  const unknown = (path: Path, id: string, known: readonly string[]) =>
    known.includes(id)
      ? []
      : [{ path, message: `${charterName(charter)} has no "${id}".${didYouMean(id, known)}` }];
  return [
    ...bothSaid(['answers'], file.answers),
    ...bothSaid(['leftBehind', 'answers'], file.leftBehind?.answers),
    ...Object.entries(file.answers ?? {}).flatMap(([id, { rating, statements, evidence }]) => [
      ...unknown(['answers', id], id, criteria),
      ...statementMisfits(charter, id, { rating: rating ?? null, statements }),
      ...(evidence ?? []).flatMap(({ kind }, index) =>
        kind === undefined
          ? []
          : unknown(['answers', id, 'evidence', index, 'kind'], kind, idsOf(charter.kinds)),
      ),
      ...((rating ?? 0) > highest
        ? [{ path: ['answers', id, 'rating'], message: `expected a rating from 0 to ${highest}` }]
        : []),
    ]),
    ...Object.entries(file.facts ?? {}).flatMap(([id, value]) => [
      ...unknown(['facts', id], id, idsOf(charter.facts)),
      ...valueMisfits(charter, id, String(value)),
    ]),
    ...Object.keys(file.held ?? {}).flatMap((id) =>
      unknown(['held', id], id, idsOf(charter.levels)),
    ),
    ...Object.entries(file.indicators ?? {}).flatMap(([id, counts]) => [
      ...unknown(['indicators', id], id, idsOf(charter.indicators)),
      ...(['first', 'second'] as const)
        .filter((group) => counts[group].numerator > counts[group].denominator)
        .map((group) => ({
          path: ['indicators', id, group, 'numerator'],
          message:
            'the numerator is larger than the denominator; it counts some of the same people',
        })),
    ]),
    ...(file.targetLevel === undefined
      ? []
      : unknown(['targetLevel'], file.targetLevel, idsOf(charter.levels))),
    ...(file.actions ?? []).flatMap((entry, index) =>
      (entry.criteria ?? []).flatMap((id, at) =>
        unknown(['actions', index, 'criteria', at], id, criteria),
      ),
    ),
  ];
}

function idsOf(list: readonly { readonly id: string }[]): readonly string[] {
  return list.map(({ id }) => id);
}

function valueMisfits(charter: Charter, id: string, value: string): readonly Misfit[] {
  const fact = charter.facts.find((one) => one.id === id);
  if (fact === undefined || isFactValue(fact, value)) return [];
  const expected = {
    choice: `one of ${idsOf(fact.options).join(', ')}`,
    'yes-no': 'true or false',
    number: 'a whole number',
    date: 'a date such as 2027-03-31',
  };
  return [{ path: ['facts', id], message: `expected ${expected[fact.kind]}` }];
}

type Claim = { readonly rating: number | null; readonly statements: Ticked | undefined };

/** Statements that the criterion does not have, or that claim another rating than the one beside them. */
function statementMisfits(
  charter: Charter,
  id: string,
  { rating, statements }: Claim,
): readonly Misfit[] {
  const criterion = findCriterion(charter, id);
  if (statements === undefined || criterion === undefined) return [];
  const path = ['answers', id, 'statements'];
  if (!charter.cumulative) {
    const message = `${charterName(charter)} asks for a rating, not for statements one by one`;
    return [{ path, message }];
  }
  const unknown = Object.entries(statements).flatMap(([of, places]) => {
    const has = criterion.statements[Number(of)]?.length ?? 0;
    const twice = places.find((place, index) => places.indexOf(place) < index);
    const messages = [
      ...(places.some((place) => place > has)
        ? [`${id} has ${has} statements for rating ${of}`]
        : []),
      ...(twice === undefined
        ? []
        : [`statement ${twice} of rating ${of} stands here twice; keep one`]),
    ];
    return messages.map((message) => ({ path: [...path, of], message }));
  });
  const claimed = tickedRating(criterion, statements);
  if (unknown.length > 0 || rating === null || rating === claimed) return unknown;
  const message = `these statements claim rating ${claimed}, and the rating given is ${rating}; leave one out`;
  return [{ path, message }];
}

/** The file with the ratings that its statements claim, where it gives statements alone. */
export function withTickedRatings(file: AssessmentFile, charter: Charter): AssessmentFile {
  const { answers } = file;
  if (answers === undefined || !charter.cumulative) return file;
  const rated = Object.entries(answers).map(([id, answer]) => {
    const criterion = findCriterion(charter, id);
    if (answer.statements === undefined || criterion === undefined) return [id, answer] as const;
    return [id, { ...answer, rating: tickedRating(criterion, answer.statements) }] as const;
  });
  return { ...file, answers: Object.fromEntries(rated) };
}

function bothSaid(path: Path, answers: AssessmentFile['answers']): readonly Misfit[] {
  return Object.entries(answers ?? {})
    .filter(
      ([, { rating, statements, notApplicable }]) =>
        ((rating ?? null) !== null || statements !== undefined) && notApplicable != null,
    )
    .map(([id]) => ({
      path: [...path, id, 'notApplicable'],
      message: `${id} has both rating and notApplicable; keep one: what does not apply has no rating`,
    }));
}
