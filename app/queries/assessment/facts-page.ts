// The facts that a charter asks for, with what is known of them, and what saving others would change.
import type { FactEffect } from '#app/domain/assessment/decide-facts.ts';
import type { Charter, Criterion } from '#app/domain/charter/charter.ts';
import { allCriteria } from '#app/domain/charter/charter.ts';
import { type Fact, factsIn } from '#app/domain/charter/facts.ts';
import type { AssessmentView } from '#app/doors/assessment-view.ts';
import { isAskedOfOrganisation } from '#app/doors/of-organisation.ts';
import { criterionName, levelText } from '#words/kit/wording.ts';

/** What the page shows; null where the charter asks for none. */
export function factsPage(view: AssessmentView) {
  const { charter, answerSet } = view;
  if (charter.facts.length === 0) return null;
  const isTheirs = (id: string) => isAskedOfOrganisation(view, id);
  const shown = (fact: Fact) => ({
    ...fact,
    /** '' = not known. */
    value: answerSet.facts?.get(fact.id) ?? '',
    /** The criteria that it may rule out. */
    criteria: allCriteria(charter)
      .filter((criterion) => reads(criterion, fact.id))
      .map(({ id }) => id),
  });
  return {
    id: view.id,
    isOfOrganisation: view.isOfOrganisation,
    department: view.department,
    organisation: view.organisation,
    version: view.factsVersion,
    mayEnterFacts: view.mayEnterFacts,
    facts: charter.facts.filter(({ id }) => !isTheirs(id)).map(shown),
    /** What is asked of the organisation, to read. */
    theirs: charter.facts.filter(({ id }) => isTheirs(id)).map(shown),
  };
}

export type FactsPage = NonNullable<ReturnType<typeof factsPage>>;

function reads({ appliesWhen }: Criterion, fact: string): boolean {
  return appliesWhen !== null && factsIn(appliesWhen).includes(fact);
}

/** How many facts are known: '3 of 8 answered'; null where the charter asks for none. */
export function factsKnown({ charter, answerSet }: Pick<AssessmentView, 'charter' | 'answerSet'>) {
  const all = charter.facts.length;
  const known = charter.facts.filter(({ id }) => answerSet.facts?.has(id) === true).length;
  return all === 0 ? null : { known, all };
}

/** What saving would change, in words. */
export function effectShown(charter: Charter, effect: FactEffect) {
  const named = (ids: readonly string[]) => ids.map((id) => criterionName(charter, id));
  return {
    before: levelText(charter, effect.before),
    after: levelText(charter, effect.after),
    leave: named(effect.leave),
    return: named(effect.return),
  };
}

export type EffectShown = ReturnType<typeof effectShown>;
