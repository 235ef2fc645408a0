// Moves an assessment to a newer version of its charter, as the preview showed it: what is unchanged
// stays, what changed is marked for review, what a criterion became is copied to it. Answers to criteria
// that are gone stay readable, out of the score. Source: scoring.md, Versions.
import {
  type CarriedCriterion,
  type CarryOver,
  carryOver,
} from '#app/domain/assessment/carried-answers.ts';
import {
  boundTo,
  checkMove,
  movedActions,
  type MovedAnswer,
  movedAnswer,
  type NotMovedTo,
  replacedCounts,
} from '#app/domain/assessment/moved-rows.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import { fittingFacts } from '#app/domain/charter/facts.ts';
import { reviewMoved } from '#words/assessment/answer-marks.ts';
import { knownKind } from '#app/domain/evidence/evidence-kinds.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import type { Services } from '#app/services.server.ts';
import { actionIn, updateAction } from '#db/repositories/plan/action-rows.ts';
import { insertAnswerVersion, keepVersion } from '#db/repositories/assessment/answer-versions.ts';
import { answerSetIn } from '#db/repositories/assessment/assessment-content.ts';
import {
  type AnswerRow,
  bindToVersion,
  saveAnswer,
} from '#db/repositories/assessment/assessments.ts';
import { factsIn, newestFact, saveFacts } from '#db/repositories/assessment/fact-rows.ts';
import { audit } from '#db/repositories/audit.ts';
import { insertEvidence, updateEvidence } from '#db/repositories/evidence/evidence-rows.ts';
import { deleteCounts } from '#db/repositories/workforce/indicator-counts.ts';
import { isRetired } from '#db/repositories/charters/retired-charters.ts';
import { Conflict, type Write } from '#db/store.ts';
import {
  type AccessProblem,
  type OpenAssessment,
  openAssessment,
} from '#app/doors/open-assessment.ts';

export type MoveCommand = {
  readonly assessmentId: string;
  /** id@version */
  readonly to: string;
  /** The version of the assessment that the preview was made of. */
  readonly readVersion: number;
};

export type MoveToVersionProblem = AccessProblem | NotMovedTo;

/** The version that the assessment is bound to now. */
export async function moveToVersion(
  services: Services,
  actor: Actor,
  command: MoveCommand,
): Promise<Result<{ charter: string }, MoveToVersionProblem>> {
  const id = command.assessmentId;
  const opened = await openAssessment(services, actor, { id, act: 'start' });
  if (!opened.ok) return opened;
  const { assessment, charter: from } = opened.value;
  const to = checkMove(from, {
    to: services.library.versions.get(command.to),
    isRetired: await isRetired(services.engine.db, command.to),
    version: assessment.version,
    readVersion: command.readVersion,
  });
  if (!to.ok) return to;
  const carried = carryOver(from, to.value, answerSetIn(opened.value));
  const at = services.clock().toISOString();
  const given = {
    services,
    opened: opened.value,
    to: to.value,
    carried,
    at,
    by: actor.id,
  };
  try {
    await services.engine.commit([
      bindToVersion(assessment, { ...boundTo(to.value, from, assessment), at }),
      ...carried.criteria.flatMap((criterion) => criterionWrites(given, criterion)),
      ...actionWrites(given),
      ...kindWrites(given),
      ...factWrites(given),
      ...replacedCounts(opened.value.counts, carried).map((row) => deleteCounts(row, row.version)),
      audit({
        at,
        actor: actor.id,
        event: 'charter-version-moved',
        organisation: assessment.organisationId,
        subject: id,
        details: { from: assessment.charter, to: command.to },
      }),
    ]);
    return ok({ charter: command.to });
  } catch (error) {
    // Named recovery: someone changed the assessment in between.
    if (error instanceof Conflict) return refused({ code: 'preview-old' });
    throw error;
  }
}

type Given = {
  readonly services: Services;
  readonly opened: OpenAssessment;
  readonly to: Charter;
  readonly carried: CarryOver;
  readonly at: string;
  readonly by: string;
};

/** Nothing for an answer that stays as it is; a marked answer, or a copy under the new id, otherwise. */
function criterionWrites(given: Given, criterion: CarriedCriterion): readonly Write[] {
  const { opened } = given;
  const held = (id: string) => opened.answers.find((row) => row.criterion === id);
  const moved = movedAnswer(criterion, (id) => held(id)?.claimed);
  if (moved === null) return [];
  const old = held(moved.from);
  return [
    ...(old && moved.isChanged ? answerWrites(given, { id: criterion.id, moved, old }) : []),
    ...(moved.isRenamed ? evidenceCopies(given, moved.from, criterion.id) : []),
  ];
}

type Moved = { readonly id: string; readonly moved: MovedAnswer; readonly old: AnswerRow };

function answerWrites(
  { services, carried, at, by }: Given,
  { id, moved: { isRenamed, isMarked, from, claimed, statements }, old }: Moved,
): readonly Write[] {
  const mark = { version: carried.diff.to, from: isRenamed ? from : null };
  const row: AnswerRow = {
    ...old,
    ...(isRenamed ? { id: services.newId(), criterion: id } : {}),
    claimed,
    statements,
    review: isMarked ? reviewMoved(mark) : null,
    updatedAt: at,
    updatedBy: by,
  };
  const readVersion = isRenamed ? 0 : old.version;
  return [
    saveAnswer(row, readVersion),
    insertAnswerVersion(services.newId(), row, readVersion),
    keepVersion(services.newId(), { ...row, version: readVersion + 1, how: 'moved' }),
  ];
}

function evidenceCopies(
  { services, opened, to: charter, at, by }: Given,
  from: string,
  to: string,
): readonly Write[] {
  return opened.evidence
    .filter(({ item }) => item.criterion === from)
    .map(({ item }) =>
      insertEvidence({
        ...item,
        kind: knownKind(charter, item.kind),
        id: services.newId(),
        criterion: to,
        version: 1,
        updatedAt: at,
        updatedBy: by,
      }),
    );
}

/** Items of a kind that the new version does not know have none from now on. */
function kindWrites({ opened, to, at, by }: Given): readonly Write[] {
  return opened.evidence.flatMap(({ item }) => {
    const kind = knownKind(to, item.kind);
    if (kind === item.kind) return [];
    return [updateEvidence({ ...item, kind, updatedAt: at, updatedBy: by }, item.version)];
  });
}

/** What the new version does not ask, or does not take as an answer, is not known any more. */
function factWrites({ services, opened, to, at, by }: Given): readonly Write[] {
  const known = factsIn(opened.facts);
  const kept = fittingFacts(to.facts, known);
  const rows = [...known.keys()]
    .filter((fact) => !kept.has(fact))
    .map((fact) => ({ id: services.newId(), fact, value: '', updatedAt: at, updatedBy: by }));
  const readVersion = newestFact(opened.facts)?.version ?? 0;
  return rows.length === 0 ? [] : saveFacts(opened.assessment.id, rows, readVersion);
}

function actionWrites({ opened, carried, at, by }: Given): readonly Write[] {
  return movedActions(opened.actions, carried).map(({ action, criteria }) =>
    updateAction({ ...actionIn(action), criteria, updatedAt: at, updatedBy: by }, action.version),
  );
}
