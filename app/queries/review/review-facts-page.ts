// The facts of a submission as a panel reads them, with what it agreed in their place.
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayInReview } from '#app/domain/policy/review.ts';
import type { Fact } from '#app/domain/charter/facts.ts';
import { factsOf } from '#app/domain/formats/assessment-file.ts';
import { ok, type Result } from '#app/domain/problem.ts';
import { correctedFacts } from '#app/domain/review/agreed-facts.ts';
import { enterReview, type ReviewAccessProblem } from '#app/doors/enter-review.ts';
import type { Services } from '#app/services.server.ts';
import { factValueText } from '#words/assessment/fact-value.ts';

/** The page; of a charter without facts it is empty. */
export async function reviewFactsPage(
  services: Services,
  actor: Actor,
  id: string,
): Promise<Result<ReviewFactsPage, ReviewAccessProblem>> {
  const entered = await enterReview(services, actor, { id, act: 'read' });
  if (!entered.ok) return entered;
  const { charter, content, agreedFacts, department, me, phase } = entered.value;
  const submitted = factsOf(content);
  const corrected = correctedFacts(submitted, agreedFacts);
  return ok({
    id,
    department,
    mayAgree: mayInReview(me.standing, phase, 'agree'),
    facts: charter.facts.map((fact) => {
      const row = agreedFacts.find((one) => one.fact === fact.id);
      const value = row?.value ?? submitted.get(fact.id) ?? '';
      const correction = corrected.find((one) => one.fact === fact.id);
      return {
        ...fact,
        value,
        criteria: [],
        version: row?.version ?? 0,
        submittedText: factValueText(fact, submitted.get(fact.id) ?? ''),
        /** null = as it was submitted. */
        agreed:
          correction === undefined
            ? null
            : { text: factValueText(fact, value), reason: correction.reason },
      };
    }),
  });
}

export type ReviewFactsPage = {
  readonly id: string;
  readonly department: string;
  readonly mayAgree: boolean;
  readonly facts: readonly ReviewFact[];
};

type ReviewFact = Fact & {
  readonly value: string;
  readonly criteria: readonly string[];
  readonly version: number;
  readonly submittedText: string;
  readonly agreed: { readonly text: string; readonly reason: string } | null;
};
