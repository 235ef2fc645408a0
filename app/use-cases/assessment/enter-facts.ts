// Saves what is known of the facts that a charter asks for, all in one write. What that would change in the level or
// in what applies is confirmed first.
import { decideFacts, type FactsRefused } from '#app/domain/assessment/decide-facts.ts';
import { londonDay } from '#app/domain/london-day.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { type FactRow, newestFact, saveFacts } from '#db/repositories/assessment/fact-rows.ts';
import { type ChangedMeanwhile, commitUnlessChanged } from '#app/doors/changed-meanwhile.ts';
import { isAskedOfOrganisation } from '#app/doors/of-organisation.ts';
import { type AccessProblem, openAssessment } from '#app/doors/open-assessment.ts';
import { scoredAnswers } from '#app/doors/scored-answers.ts';
import { recordChange } from '#app/doors/record-change.ts';

export type FactsCommand = {
  readonly assessmentId: string;
  /** By fact; '' = not known. What is not there stays as it is. */
  readonly facts: ReadonlyMap<string, string>;
  readonly confirmed: boolean;
  /** The version that was on the page; 0 = nothing was said yet. */
  readonly readVersion: number;
};

export type FactsProblem = AccessProblem | FactsRefused | ChangedMeanwhile<FactRow, FactsCommand>;

/** How many facts were changed, or why none was. */
export async function enterFacts(
  services: Services,
  actor: Actor,
  command: FactsCommand,
): Promise<Result<{ changed: number }, FactsProblem>> {
  const { engine, clock, newId } = services;
  const { assessmentId, facts: entered, confirmed, readVersion } = command;
  const open = () => openAssessment(services, actor, { id: assessmentId, act: 'enter-facts' });
  const opened = await open();
  if (!opened.ok) return opened;
  const { assessment, charter } = opened.value;
  const at = clock().toISOString();
  const answerSet = scoredAnswers(charter, opened.value, londonDay(at));
  // What is asked of the organisation stays as it says.
  const own = new Map([...entered].filter(([fact]) => !isAskedOfOrganisation(opened.value, fact)));
  const decided = decideFacts(charter, { entered: own, answerSet, confirmed });
  if (!decided.ok) return decided;
  const changes = [...decided.value];
  if (changes.length === 0) return ok({ changed: 0 });
  const rows = changes.map(([fact, value]) => ({
    id: newId(),
    fact,
    value,
    updatedAt: at,
    updatedBy: actor.id,
  }));
  const committed = await commitUnlessChanged(
    engine,
    [
      ...saveFacts(assessmentId, rows, readVersion),
      ...recordChange({
        assessment,
        actor,
        at,
        event: 'facts-entered',
        details: { facts: changes.map(([fact]) => fact).join(' ') },
      }),
    ],
    { open, find: (now) => newestFact(now.facts), yours: command },
  );
  return committed.ok ? ok({ changed: changes.length }) : committed;
}
