// Which answers would lift the score first, in words.
import { kindsText } from '#words/kit/rule-text.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import type { FirstMoves, Lift } from '#app/domain/scoring/first-moves.ts';
import { levelText, listText } from '#words/kit/wording.ts';

/** 'Answer these 17 criteria first …'; null where everything that applies is answered. */
export function unansweredText({ unanswered }: Pick<FirstMoves, 'unanswered'>): string | null {
  const number = unanswered.length;
  if (number === 0) return null;
  return number === 1
    ? 'Answer one criterion first. Until it is answered it counts as 0, which may not be how things are:'
    : `Answer these ${number} criteria first. Until they are answered they count as 0, which may not be how things are:`;
}

/** What supporting the claims gives; null where every claim counts as far as it can. */
export function supportText(charter: Charter, { lifts, enough }: FirstMoves): string | null {
  if (lifts.length === 0) return null;
  if (enough === null) {
    return 'Support what you claim, so that it counts in full or further; this alone gives no higher level yet. What each claim needs:';
  }
  const wanted = listText(
    enough.lifts.map((lift) => `${liftText(charter, lift)} for ${lift.criterion}`),
  );
  const counts = enough.lifts.some(({ indicators }) => indicators.length > 0);
  const give =
    enough.lifts.length === 1 && parts(charter, enough.lifts[0]).length === 1 ? 'gives' : 'give';
  const condition = counts ? ', if the counts show what is asked' : '';
  return `Support what you claim: ${wanted} ${give} ${levelText(charter, enough.level)}${condition}. No rating has to be raised for that. What each claim needs:`;
}

/** 'one more item of evidence and the counts of ‘Title’'. */
export function liftText(charter: Charter, lift: Lift): string {
  return listText(parts(charter, lift));
}

function parts(charter: Charter, lift: Lift | undefined): readonly string[] {
  if (lift === undefined) return [];
  const { indicators } = lift;
  const title = (id: string) => charter.indicators.find((one) => one.id === id)?.title ?? id;
  return [
    ...evidenceParts(charter, lift),
    ...indicators.map((id) => `the counts of ‘${title(id)}’`),
  ];
}

function evidenceParts(charter: Charter, { evidence, kinds = [] }: Lift): readonly string[] {
  if (evidence === 0) return [];
  const items = evidence === 1 ? 'one more item of evidence' : `${evidence} more items of evidence`;
  return [`${items}${kindsText(charter, kinds)}`];
}
