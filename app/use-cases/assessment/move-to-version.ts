// Moves an assessment to a newer version of its charter, as the preview showed it: what is unchanged
// stays, what changed is marked for review, what a criterion became is copied to it. Answers to criteria
// that are gone stay readable, out of the score. Source: scoring.md, Versions.
import { type Charter, charterName } from '#app/domain/charter/charter.ts';
import {
  type CarriedCriterion,
  type CarryOver,
  carryOver,
} from '#app/domain/assessment/carried-answers.ts';
import { differInWordingOnly, isNewer } from '#app/domain/charter/newer.ts';
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
import { audit } from '#db/repositories/audit.ts';
import { insertEvidence } from '#db/repositories/evidence/evidence-rows.ts';
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

export type MoveToVersionProblem =
  | AccessProblem
  | { readonly code: 'no-such-version' }
  /** Something changed since the preview: look at it again. */
  | { readonly code: 'preview-old' };

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
  const version = services.library.versions.get(command.to);
  const retired = await isRetired(services.engine.db, command.to);
  if (!version?.published || retired || !isNewer(from, version.charter)) {
    return refused({ code: 'no-such-version' });
  }
  if (assessment.version !== command.readVersion) return refused({ code: 'preview-old' });
  const carried = carryOver(from, version.charter, answerSetIn(opened.value));
  const at = services.clock().toISOString();
  const given = {
    services,
    opened: opened.value,
    carried,
    at,
    by: actor.id,
  };
  try {
    await services.engine.commit([
      bindToVersion(assessment, { ...keptIn(version.charter, from, assessment), at }),
      ...carried.criteria.flatMap((criterion) => criterionWrites(given, criterion)),
      ...actionWrites(given),
      ...replacedCounts(given).map((row) => deleteCounts(row, row.version)),
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

/** The new version with the target level, where it has it, and the round, where that takes it. */
function keptIn(
  to: Charter,
  from: Charter,
  { targetLevel, roundId }: { readonly targetLevel: string; readonly roundId: string | null },
) {
  const levels = to.levels.map(({ id }) => id);
  return {
    charter: charterName(to),
    targetLevel: levels.includes(targetLevel) ? targetLevel : (levels[0] ?? ''),
    roundId: differInWordingOnly(from, to) ? roundId : null,
  };
}

type Given = {
  readonly services: Services;
  readonly opened: OpenAssessment;
  readonly carried: CarryOver;
  readonly at: string;
  readonly by: string;
};

/** Nothing for an answer that stays as it is; a marked answer, or a copy under the new id, otherwise. */
function criterionWrites(given: Given, criterion: CarriedCriterion): readonly Write[] {
  const { services, opened, at, by } = given;
  const [source] = criterion.from;
  if (source === undefined || criterion.outcome === 'merged') return [];
  const old = opened.answers.find((row) => row.criterion === source.criterion);
  const copies =
    source.criterion === criterion.id ? [] : evidenceCopies(given, source.criterion, criterion.id);
  if (old === undefined) return copies;
  const claimed = criterion.answer?.claimed ?? null;
  const stays = source.criterion === criterion.id && criterion.outcome === 'carried';
  if (stays && claimed === old.claimed) return [];
  const renamed = source.criterion !== criterion.id;
  const row: AnswerRow = {
    ...old,
    ...(renamed ? { id: services.newId(), criterion: criterion.id } : {}),
    claimed,
    review: reviewText(given.carried, criterion, renamed),
    updatedAt: at,
    updatedBy: by,
  };
  const readVersion = renamed ? 0 : old.version;
  return [
    saveAnswer(row, readVersion),
    insertAnswerVersion(services.newId(), row, readVersion),
    keepVersion(services.newId(), { ...row, version: readVersion + 1, how: 'moved' }),
    ...copies,
  ];
}

function reviewText(
  { diff }: CarryOver,
  criterion: CarriedCriterion,
  renamed: boolean,
): string | null {
  if (criterion.outcome !== 'review' && !renamed) return null;
  const changed = `The criterion has changed with ${diff.to}. Look at the answer again`;
  return renamed ? `${changed}: it was ${criterion.from[0]?.criterion} before` : changed;
}

function evidenceCopies(
  { services, opened, at, by }: Given,
  from: string,
  to: string,
): readonly Write[] {
  return opened.evidence
    .filter(({ item }) => item.criterion === from)
    .map(({ item }) =>
      insertEvidence({
        ...item,
        id: services.newId(),
        criterion: to,
        version: 1,
        updatedAt: at,
        updatedBy: by,
      }),
    );
}

/** Actions follow their criteria to what these became. */
function actionWrites({ opened, carried, at, by }: Given): readonly Write[] {
  const successors = (old: string) =>
    carried.criteria
      .filter(({ from }) => from.some(({ criterion }) => criterion === old))
      .map(({ id }) => id);
  return opened.actions.flatMap((action) => {
    const criteria = [...new Set(action.criteria.flatMap(successors))];
    const same = criteria.join(' ') === action.criteria.join(' ');
    return same
      ? []
      : [
          updateAction(
            { ...actionIn(action), criteria, updatedAt: at, updatedBy: by },
            action.version,
          ),
        ];
  });
}

/** Counts of indicators that mean something else now. */
function replacedCounts({ opened, carried: { diff } }: Given): OpenAssessment['counts'] {
  const replaced = diff.indicators.filter(({ kind }) => kind === 'replaced').map(({ id }) => id);
  return opened.counts.filter(({ indicator }) => replaced.includes(indicator));
}
