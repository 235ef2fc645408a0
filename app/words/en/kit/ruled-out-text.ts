// Why a criterion does not apply where facts decide it.
import type { Charter } from '#app/domain/charter/charter.ts';
import type { Facts } from '#app/domain/charter/facts.ts';
import { factQuestion, yesOrNo } from './wording.ts';

/** Why a criterion does not apply: what was said of the facts that rule it out. */
export function ruledOutText(
  charter: Pick<Charter, 'facts'>,
  ruledOutBy: readonly string[],
  facts: Facts | undefined,
): string {
  const said = ruledOutBy.map(
    (id) => `‘${factQuestion(charter, id)}’ ${factValue(charter, id, facts)}`,
  );
  return `It does not apply, because of what was said: ${said.join('; ')}.`;
}

function factValue({ facts: asked }: Pick<Charter, 'facts'>, id: string, facts: Facts | undefined) {
  const fact = asked.find((one) => one.id === id);
  const value = facts?.get(id) ?? '';
  if (fact?.kind === 'yes-no') return yesOrNo(value === 'true');
  return fact?.options.find((option) => option.id === value)?.label ?? value;
}
