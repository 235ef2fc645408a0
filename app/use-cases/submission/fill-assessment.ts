// Fills a started assessment from the content of an assessment file, through the same decisions as by hand.
// The demo and the import of an archive both begin so.
import { countsAsEvidence, type EvidenceItem } from '#app/domain/scoring/answer.ts';
import type { Assessment } from '#app/domain/formats/assessment-file.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { StoredFile } from '#app/ports.ts';
import type { Services } from '#app/services.server.ts';
import { isAnsweredByOrganisation } from '#app/doors/of-organisation.ts';
import { type OpenAssessment, openAssessment } from '#app/doors/open-assessment.ts';
import { addAction } from '#app/use-cases/plan/add-action.ts';
import { answerCriterion } from '#app/use-cases/assessment/answer-criterion.ts';
import { attachEvidence } from '#app/use-cases/evidence/attach-evidence.ts';
import { enterFacts } from '#app/use-cases/assessment/enter-facts.ts';
import { enterCounts } from '#app/use-cases/workforce/enter-counts.ts';

export type FillCommand = {
  readonly assessmentId: string;
  readonly content: Assessment;
  /** Enters facts, counts and actions, and every answer that nobody else writes. */
  readonly lead: Actor;
  readonly writers: ReadonlyMap<string, Actor>;
  /**
   * The file of an item, stored; `index` counts the items of the criterion. null = the item has none;
   * left-out = it had one that is not to be had, so that without a link nothing of the item is attached.
   */
  readonly stored: (
    item: EvidenceItem,
    place: { readonly criterion: string; readonly index: number },
  ) => Promise<StoredFile | null | 'left-out'>;
};

/** Where it stopped, and with which code. */
export type FillProblem = {
  readonly code: 'not-filled';
  readonly what: string;
  readonly because: string;
};

/** Everything is entered, or the first refusal; what was entered before it stays. */
export async function fillAssessment(
  services: Services,
  command: FillCommand,
): Promise<Result<null, FillProblem>> {
  const opened = await openAssessment(services, command.lead, {
    id: command.assessmentId,
    act: 'read',
  });
  if (!opened.ok) {
    return refused({ code: 'not-filled', what: 'assessment', because: opened.problem.code });
  }
  for (const step of steps(services, command, opened.value)) {
    const result = await step.run();
    if (!result.ok) {
      return refused({ code: 'not-filled', what: step.what, because: result.problem.code });
    }
  }
  return ok(null);
}

type Step = {
  readonly what: string;
  readonly run: () => Promise<Result<unknown, { readonly code: string }>>;
};

function steps(services: Services, command: FillCommand, opened: OpenAssessment): readonly Step[] {
  const { assessmentId, lead, content } = command;
  const { answerSet, actions } = content;
  const { facts = new Map<string, string>() } = answerSet;
  const said = { assessmentId, facts, confirmed: true, readVersion: 0 };
  return [
    ...(facts.size === 0 ? [] : [{ what: 'facts', run: () => enterFacts(services, lead, said) }]),
    ...[...answerSet.answers.keys()].flatMap((criterion) =>
      isAnsweredByOrganisation(opened, criterion)
        ? noteSteps(services, command, criterion)
        : answerSteps(services, command, criterion),
    ),
    ...[...answerSet.indicators].map(([indicator, { first, second }]) => ({
      what: indicator,
      run: () =>
        enterCounts(services, lead, {
          assessmentId,
          indicator,
          firstNumerator: first.numerator,
          firstDenominator: first.denominator,
          secondNumerator: second.numerator,
          secondDenominator: second.denominator,
          source: answerSet.sources.get(indicator) ?? '',
          readVersion: 0,
        }),
    })),
    ...actions.map((action) => ({
      what: action.objective,
      run: () => addAction(services, lead, { assessmentId, action, carries: action.carries }),
    })),
  ];
}

/** Of what the organisation answers, a department takes in its own note and nothing else. */
function noteSteps(
  services: Services,
  { assessmentId, content, lead, writers }: FillCommand,
  criterion: string,
): readonly Step[] {
  const { note: narrative = '' } = content.answerSet.answers.get(criterion) ?? {};
  if (narrative === '') return [];
  const said = { assessmentId, criterion, narrative, claimed: null, notApplicable: null };
  const kept = { ...said, readVersion: 0, keep: 'imported' } as const;
  const writer = writers.get(criterion) ?? lead;
  return [{ what: criterion, run: () => answerCriterion(services, writer, kept) }];
}

function answerSteps(services: Services, command: FillCommand, criterion: string): readonly Step[] {
  const { assessmentId, content, lead, writers, stored } = command;
  const answer = content.answerSet.answers.get(criterion);
  if (answer === undefined) return [];
  const writer = writers.get(criterion) ?? lead;
  const { claimed, statements, notApplicable, narrative } = answer;
  const ticked = statements === undefined ? {} : { ticked: statements };
  const answered = { claimed, notApplicable, narrative, ...ticked };
  const said = { assessmentId, criterion, ...answered, readVersion: 0, keep: 'imported' } as const;
  const empty = claimed === null && notApplicable === null && narrative === '';
  return [
    ...(empty ? [] : [{ what: criterion, run: () => answerCriterion(services, writer, said) }]),
    // An item without file and link does not count, and there is nothing to attach yet.
    ...answer.evidence.flatMap((item, index) =>
      countsAsEvidence(item)
        ? [
            {
              what: `${criterion}: ${item.title}`,
              run: async () => {
                const { title, description, link, kind = null } = item;
                const held = await stored(item, { criterion, index });
                if (held === 'left-out' && link === null) return ok(null);
                const file = held === 'left-out' ? null : held;
                const attached = { assessmentId, criterion, title, description, link, kind, file };
                return attachEvidence(services, writer, attached);
              },
            },
          ]
        : [],
    ),
  ];
}
