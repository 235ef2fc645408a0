// Why a criterion does not apply where facts decide it.
import type { Charter } from '#app/domain/charter/charter.ts';
import type { Facts } from '#app/domain/charter/facts.ts';
import { factInDocument } from '#words/assessment/fact-value.ts';
import { factQuestion } from './wording.ts';

type Said = {
  readonly facts?: Facts;
  /** Who said them last; left out = the department. */
  readonly by?: 'department' | 'panel';
};

/** Why a criterion does not apply: what was said, or a panel agreed, of the facts that rule it out. */
export function ruledOutText(
  charter: Pick<Charter, 'facts'>,
  ruledOutBy: readonly string[],
  { facts, by = 'department' }: Said,
): string {
  const said = ruledOutBy.map(
    (id) => `‘${factQuestion(charter, id)}’ ${valueText(charter, id, facts?.get(id) ?? '')}`,
  );
  const because = by === 'panel' ? 'what the panel agreed' : 'what was said';
  return `It does not apply, because of ${because}: ${said.join('; ')}.`;
}

/** Documents say it too, so no small number stands in it. */
function valueText({ facts }: Pick<Charter, 'facts'>, id: string, value: string): string {
  const fact = facts.find((one) => one.id === id);
  return fact === undefined ? value : factInDocument(fact, value);
}
