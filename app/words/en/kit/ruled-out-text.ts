// Why a criterion does not apply where facts decide it.
import type { Charter } from '#app/domain/charter/charter.ts';
import type { Facts } from '#app/domain/charter/facts.ts';
import { factQuestion, factValueText } from './wording.ts';

/** Why a criterion does not apply: what was said of the facts that rule it out. */
export function ruledOutText(
  charter: Pick<Charter, 'facts'>,
  ruledOutBy: readonly string[],
  facts: Facts | undefined,
): string {
  const said = ruledOutBy.map(
    (id) => `‘${factQuestion(charter, id)}’ ${factValueText(charter, id, facts?.get(id) ?? '')}`,
  );
  return `It does not apply, because of what was said: ${said.join('; ')}.`;
}
