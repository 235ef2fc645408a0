// What a charter has its organisation answer once, for every department. Source: scoring.md, What charter format 2
// adds, `scope: organisation`.
import { allCriteria, type Charter, type Criterion } from './charter.ts';
import { factsIn } from './facts.ts';

type Parts = Pick<Charter, 'sections'>;

/** The ids of the criteria that the whole organisation answers once. */
export function organisationCriteria(charter: Parts): ReadonlySet<string> {
  return new Set(ofOrganisation(charter).map(({ id }) => id));
}

/** Whether the charter asks anything of the organisation itself. */
export function asksOrganisation(charter: Parts): boolean {
  return allCriteria(charter).some(isOfOrganisation);
}

/** The facts that decide whether such a criterion applies: asked of the organisation, and shown to its departments. */
export function organisationFacts(charter: Parts): ReadonlySet<string> {
  return new Set(ofOrganisation(charter).flatMap(({ appliesWhen }) => readBy(appliesWhen)));
}

/** Every fact that the organisation is asked: those, and the ones that decide in which words it reads its criteria. */
export function factsRead(charter: Parts): ReadonlySet<string> {
  return new Set(
    ofOrganisation(charter).flatMap(({ appliesWhen, variants }) => [
      ...readBy(appliesWhen),
      ...variants.flatMap(({ when }) => readBy(when)),
    ]),
  );
}

/**
 * The charter as the organisation answers it: those criteria, and the facts that decide which of them apply and in
 * which words they are read. It has no level: what it says counts in each department’s own assessment.
 */
export function organisationPart(charter: Charter): Charter {
  const read = factsRead(charter);
  return {
    ...charter,
    sections: charter.sections
      .map((section) => ({ ...section, criteria: section.criteria.filter(isOfOrganisation) }))
      .filter(({ criteria }) => criteria.length > 0)
      .map((section) => ({ ...section, criteria: section.criteria.map(asOwn) })),
    levels: [],
    indicators: [],
    facts: charter.facts.filter(({ id }) => read.has(id)),
    previousPlan: null,
    judgesPlan: [],
  };
}

function isOfOrganisation({ scope }: Pick<Criterion, 'scope'>): boolean {
  return scope === 'organisation';
}

function ofOrganisation(charter: Parts): readonly Criterion[] {
  return allCriteria(charter).filter(isOfOrganisation);
}

/** Its own to answer; counts are each department’s, and so is what they cap. */
function asOwn(criterion: Criterion): Criterion {
  return { ...criterion, scope: 'department', indicatorRules: [] };
}

function readBy(condition: Criterion['appliesWhen']): readonly string[] {
  return condition === null ? [] : factsIn(condition);
}
