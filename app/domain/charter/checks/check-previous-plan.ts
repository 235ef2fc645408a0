// The rule about a previous plan: the criterion that it names exists, its ratings are on the scale, and a
// higher rating asks for a larger share of actions done.
import { didYouMean, type Finding } from '#app/domain/charter/finding.ts';
import { findingAt, type Known } from './known.ts';
import { id, percentage } from '#app/domain/charter/values.ts';
import type { Place } from '#app/domain/charter/view.ts';

/** Every broken rule of `previousPlan`; none where a charter has no such key. */
export function checkPreviousPlan(plan: Place, known: Known): readonly Finding[] {
  return [
    ...checkCriterion(plan.at('criterion'), known),
    ...checkRatings(plan.at('done'), known),
    ...checkShares(plan.at('done')),
  ];
}

function checkCriterion(place: Place, known: Known): readonly Finding[] {
  const name = place.read(id);
  if (name === null || known.criteria.has(name)) return [];
  const guess = didYouMean(name, [...known.criteria.keys()]);
  const message = `unknown criterion "${name}"; this names the criterion that asks about the previous plan.${guess}`;
  return [findingAt(place, 'unknown-criterion', message)];
}

function checkRatings(done: Place, known: Known): readonly Finding[] {
  const { highest } = known;
  if (done.present && done.entries().length === 0) {
    return [findingAt(done, 'missing-rating', 'at least one rating is needed here', 'key')];
  }
  if (highest === null) return [];
  return done
    .entries()
    .filter(([key]) => isRating(key) && (Number(key) < 1 || Number(key) > highest))
    .map(([key, place]) => {
      const message = `no share belongs to ${key}; ratings here go from 1 to ${highest}`;
      return findingAt(place, 'bad-rating', message, 'key');
    });
}

function checkShares(done: Place): readonly Finding[] {
  const stated = done
    .entries()
    .flatMap(([key, place]) => {
      const share = place.read(percentage);
      return share === null || !isRating(key) ? [] : [{ rating: Number(key), share, place }];
    })
    .toSorted((one, other) => one.rating - other.rating);
  return stated.flatMap(({ rating, share, place }, index) => {
    const lower = stated[index - 1];
    if (lower === undefined || share.hundredths > lower.share.hundredths) return [];
    const message = `rating ${rating} asks for no larger share than rating ${lower.rating}; a higher rating asks for more`;
    return [findingAt(place, 'previous-plan-order', message)];
  });
}

function isRating(key: string): boolean {
  return /^\d+$/.test(key);
}
