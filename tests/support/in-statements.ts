// The shipped charter with statements: two for each rating from 1 of each criterion, and one criterion that asks for
// neither a narrative nor a reason.
import { allCriteria, type Charter } from '#app/domain/charter/charter.ts';
import type { Services } from '#app/services.server.ts';
import { withCharter } from './format-two.ts';

/** The charter with a cumulative scale. */
function inStatements(charter: Charter): Charter {
  return {
    ...charter,
    format: 2,
    cumulative: true,
    sections: charter.sections.map((section) => ({
      ...section,
      criteria: section.criteria.map((criterion) => ({
        ...criterion,
        statements: criterion.descriptors.map((text, rating) =>
          rating === 0 ? [] : [`${criterion.id}: ${text}`, `${criterion.id}: ${rating} is lived.`],
        ),
        ...(criterion.id === 'G2'
          ? { narrative: 'optional', notApplicable: 'Anywhere', notApplicableReason: 'none' }
          : {}),
      })),
    })),
  } satisfies Charter;
}

/** The charter with other words for the second statement of rating 1 of G1. */
function inOtherStatements(charter: Charter): Charter {
  const first = allCriteria(charter)[0]?.id;
  return {
    ...charter,
    sections: charter.sections.map((section) => ({
      ...section,
      criteria: section.criteria.map((criterion) =>
        criterion.id === first
          ? {
              ...criterion,
              statements: criterion.statements.map((texts, rating) =>
                rating === 1 ? [texts[0] ?? '', 'It is lived every day.'] : texts,
              ),
            }
          : criterion,
      ),
    })),
  };
}

/** The services where the charter of the tests' assessments has statements, and the version after it in other words. */
export function withStatements(services: Services): Services {
  const now = withCharter(services, 'bme-mentoring@1.0.0', inStatements);
  return withCharter(now, 'bme-mentoring@1.0.1', (charter) =>
    inOtherStatements(inStatements(charter)),
  );
}
