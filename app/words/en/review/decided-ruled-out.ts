// Why a criterion did not apply where a panel decided: the facts that it decided on.
import type { Charter } from '#app/domain/charter/charter.ts';
import type { DecisionRecord } from '#app/domain/formats/decision-record.ts';
import { decidedFacts } from '#app/domain/review/agreed-facts.ts';
import { ruledOutText } from '#words/kit/ruled-out-text.ts';

/** null = no fact ruled it out. */
export function decidedRuledOut(
  charter: Pick<Charter, 'facts'>,
  record: DecisionRecord,
  criterion: string,
): string | null {
  const result = record.results.criteria.find(({ id }) => id === criterion);
  const facts = result !== undefined && 'ruledOutBy' in result ? result.ruledOutBy : undefined;
  if (facts === undefined) return null;
  const byPanel = record.agreedFacts?.some(({ fact }) => facts.includes(fact)) ?? false;
  return ruledOutText(charter, facts, {
    facts: decidedFacts(record),
    by: byPanel ? 'panel' : 'department',
  });
}
