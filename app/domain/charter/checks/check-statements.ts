// Rules of format 2 for statements and for other words: a rating has one text or a list of statements, all of
// them where ratings are cumulative, and a variant says no more and no less.
// Source: scoring.md, What charter format 2 adds, Statements.
import type { Finding } from '#app/domain/charter/finding.ts';
import type { Place } from '#app/domain/charter/view.ts';
import { checkCondition } from './check-facts.ts';
import { findingAt, type Known } from './known.ts';

/** Every broken rule of the statements and descriptors of a criterion. */
export function checkStatements(
  criterion: Place,
  cumulative: boolean,
  { highest }: Known,
): readonly Finding[] {
  const statements = criterion.at('statements');
  const both = statements
    .entries()
    .filter(([rating]) => criterion.at('descriptors').at(rating).present)
    .map(([rating, place]) => {
      const message = `rating ${rating} has a descriptor and statements; it has one of them`;
      return findingAt(place, 'said-twice', message, 'key');
    });
  const off = statements
    .entries()
    .filter(([rating]) => /^\d+$/.test(rating) && !isClaimed(rating, highest))
    .map(([rating, place]) => {
      const message = `no statements belong to ${rating}; 0 has a descriptor, and ratings go to ${highest}`;
      return findingAt(place, 'bad-rating', message, 'key');
    });
  return [...both, ...off, ...(cumulative ? lacking(criterion, highest) : [])];
}

function isClaimed(rating: string, highest: number | null): boolean {
  return Number(rating) >= 1 && (highest === null || Number(rating) <= highest);
}

function lacking(criterion: Place, highest: number | null): readonly Finding[] {
  const ratings = Array.from({ length: highest ?? 0 }, (_, index) => index + 1);
  const missing = ratings.filter(
    (rating) => !criterion.at('statements').at(String(rating)).present,
  );
  if (missing.length === 0) return [];
  const message = `ratings are cumulative, so that each from 1 has statements; missing for ${missing.join(', ')}`;
  return [findingAt(criterion, 'missing-statements', message)];
}

/** Every broken rule of the other words for a criterion. */
export function checkVariants(criterion: Place, known: Known): readonly Finding[] {
  return criterion
    .at('variants')
    .items()
    .flatMap((variant) => {
      const texts = variant.entries().filter(([key]) => key !== 'when');
      const empty =
        texts.length === 0
          ? [findingAt(variant, 'says-nothing', 'a variant says something in other words')]
          : [];
      return [
        ...empty,
        ...checkCondition(variant.at('when'), known),
        ...(['descriptors', 'statements', 'suggestedActions'] as const).flatMap((key) =>
          unknownRatings(variant.at(key), criterion.at(key)),
        ),
        ...otherNumber(variant.at('statements'), criterion.at('statements')),
      ];
    });
}

function unknownRatings(variant: Place, plain: Place): readonly Finding[] {
  return variant
    .entries()
    .filter(([rating]) => !plain.at(rating).present)
    .map(([rating, place]) => {
      const message = `rating ${rating} has nothing in the plain words that this could stand for`;
      return findingAt(place, 'bad-rating', message, 'key');
    });
}

function otherNumber(variant: Place, plain: Place): readonly Finding[] {
  return variant.entries().flatMap(([rating, place]): readonly Finding[] => {
    const [said, asked] = [place.items().length, plain.at(rating).items().length];
    if (asked === 0 || said === asked) return [];
    const message = `a variant has as many statements as the plain words: ${asked}, not ${said}`;
    return [findingAt(place, 'bad-value', message)];
  });
}
