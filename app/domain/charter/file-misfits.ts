// Whether an assessment file fits its charter: ids, ratings and counts that the charter knows.
import type { AssessmentFile, Misfit } from '#app/domain/formats/assessment-file.ts';
import { allCriteria, type Charter, charterName, highestRating } from './charter.ts';
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
    ...Object.entries(file.answers ?? {}).flatMap(([id, { rating }]) => [
      ...unknown(['answers', id], id, criteria),
      ...((rating ?? 0) > highest
        ? [{ path: ['answers', id, 'rating'], message: `expected a rating from 0 to ${highest}` }]
        : []),
    ]),
    ...Object.entries(file.indicators ?? {}).flatMap(([id, counts]) => [
      ...unknown(
        ['indicators', id],
        id,
        charter.indicators.map((indicator) => indicator.id),
      ),
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
      : unknown(
          ['targetLevel'],
          file.targetLevel,
          charter.levels.map(({ id }) => id),
        )),
    ...(file.actions ?? []).flatMap((entry, index) =>
      (entry.criteria ?? []).flatMap((id, at) =>
        unknown(['actions', index, 'criteria', at], id, criteria),
      ),
    ),
  ];
}

function bothSaid(path: Path, answers: AssessmentFile['answers']): readonly Misfit[] {
  return Object.entries(answers ?? {})
    .filter(([, { rating, notApplicable }]) => (rating ?? null) !== null && notApplicable != null)
    .map(([id]) => ({
      path: [...path, id, 'notApplicable'],
      message: `${id} has both rating and notApplicable; keep one: what does not apply has no rating`,
    }));
}
