// How a condition of a level is worked out, in words.
import type { ExplanationRow } from '#app/domain/scoring/explain.ts';

/** The arithmetic of a condition: enough to recompute it with pencil and paper. */
export function stepsText(row: ExplanationRow): string {
  switch (row.kind) {
    case 'overall':
    case 'section': {
      const { has, pointsNeeded } = row;
      return has === null
        ? 'Nothing is applicable.'
        : `${has.points} of ${has.available} points; ${pointsNeeded} are needed.`;
    }
    case 'coverage':
      return `${row.answersNeeded} answers are needed.`;
    case 'required':
      return row.claimed !== null && row.has !== null && row.claimed > row.has
        ? `Claimed ${row.claimed}, supported ${row.has}.`
        : '';
    case 'floor':
      return standingsText(row.standings);
    case 'any-of': {
      const { standings, left, minimumLeft } = row;
      const least = minimumLeft > 1 ? ` ${left} apply; at least ${minimumLeft} have to.` : '';
      return `${standingsText(standings)}${least}`;
    }
    case 'answered':
    case 'precondition':
      return '';
    default:
      return row satisfies never;
  }
}

/** 'A1 2, A2 not applicable.': what is compared with the rating. */
function standingsText(standings: readonly { criterion: string; has: number | null }[]): string {
  const each = standings.map(({ criterion, has }) => `${criterion} ${has ?? 'not applicable'}`);
  return `${each.join(', ')}.`;
}
