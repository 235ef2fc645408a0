// Copies answers from an assessment that the actor may read, with where they come from; each is to be
// looked at before it counts as ready. Only empty answers are filled: nothing is overwritten.
import { wordsOf } from '#app/domain/scoring/answer.ts';
import { comesAlong, type Copyable, decideCopying } from '#app/domain/assessment/copying.ts';
import { knownKind } from '#app/domain/evidence/evidence-kinds.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { insertAnswerVersion, keepVersion } from '#db/repositories/assessment/answer-versions.ts';
import { ownAnswers } from '#app/doors/of-organisation.ts';
import { type AnswerRow, saveAnswer } from '#db/repositories/assessment/assessments.ts';
import { insertEvidence } from '#db/repositories/evidence/evidence-rows.ts';
import type { Write } from '#db/store.ts';
import { decideAgainOnConflict } from '#app/doors/changed-meanwhile.ts';
import {
  type AccessProblem,
  type OpenAssessment,
  openAssessment,
} from '#app/doors/open-assessment.ts';
import { recordChange } from '#app/doors/record-change.ts';
import { copiedFrom, reviewCopied } from '#words/assessment/answer-marks.ts';

export type CopyCommand = {
  readonly assessmentId: string;
  readonly sourceId: string;
  /** Ids in the assessment that is written; others are left alone. */
  readonly criteria: readonly string[];
};

export type CopyProblem = AccessProblem | { readonly code: 'nothing-to-copy' };

/** How many answers were copied. */
export async function copyAnswers(
  services: Services,
  actor: Actor,
  command: CopyCommand,
): Promise<Result<{ copied: number }, CopyProblem>> {
  return decideAgainOnConflict(() => copy(services, actor, command));
}

async function copy(
  services: Services,
  actor: Actor,
  { assessmentId, sourceId, criteria }: CopyCommand,
): Promise<Result<{ copied: number }, CopyProblem>> {
  const opened = await openAssessment(services, actor, { id: assessmentId, act: 'answer' });
  if (!opened.ok) return opened;
  const source = await openAssessment(services, actor, { id: sourceId, act: 'read' });
  if (!source.ok) return source;
  const decided = decideCopying({
    source: { ...ownAnswers(source.value), id: sourceId },
    target: { ...ownAnswers(opened.value), id: assessmentId },
    criteria,
  });
  if (!decided.ok) return decided;
  const wanted = decided.value;
  const at = services.clock().toISOString();
  const given = { services, opened: opened.value, source: source.value, at, by: actor.id };
  const { assessment } = opened.value;
  await services.engine.commit([
    ...wanted.flatMap((one) => copyWrites(given, one)),
    ...recordChange({
      assessment,
      actor,
      at,
      event: 'answers-copied',
      details: { from: sourceId, criteria: wanted.map(({ criterion }) => criterion).join(' ') },
    }),
  ]);
  return ok({ copied: wanted.length });
}

type Given = {
  readonly services: Services;
  readonly opened: OpenAssessment;
  readonly source: OpenAssessment;
  readonly at: string;
  readonly by: string;
};

function copyWrites(given: Given, { criterion, from, answer }: Copyable): readonly Write[] {
  const { services, opened, source, at, by } = given;
  const place = `${source.department}, ${source.organisation}`;
  const held = opened.answers.find((row) => row.criterion === criterion);
  const readVersion = held?.version ?? 0;
  const row: AnswerRow = {
    id: held?.id ?? services.newId(),
    assessmentId: opened.assessment.id,
    criterion,
    claimed: answer.claimed,
    // Whoever takes it over confirms it for themselves.
    statements: null,
    notApplicable: answer.notApplicable,
    narrative: answer.narrative,
    words: wordsOf(answer),
    origin: copiedFrom(place),
    review: reviewCopied(place),
    version: readVersion,
    updatedAt: at,
    updatedBy: by,
  };
  return [
    saveAnswer(row, readVersion),
    insertAnswerVersion(services.newId(), row, readVersion),
    keepVersion(services.newId(), { ...row, version: readVersion + 1, how: 'copied' }),
    ...evidenceWrites(given, from, criterion),
  ];
}

function evidenceWrites(given: Given, from: string, criterion: string): readonly Write[] {
  const { services, opened, source, at, by } = given;
  const place = {
    from: source.assessment.organisationId,
    to: opened.assessment.organisationId,
  };
  return source.evidence
    .filter(({ item }) => item.criterion === from && comesAlong(item, place))
    .map(({ item }) =>
      insertEvidence({
        ...item,
        kind: knownKind(opened.charter, item.kind),
        id: services.newId(),
        assessmentId: opened.assessment.id,
        criterion,
        version: 1,
        createdAt: at,
        createdBy: by,
        updatedAt: at,
        updatedBy: by,
      }),
    );
}
