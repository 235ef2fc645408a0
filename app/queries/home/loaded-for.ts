// Everything beside their content that says where assessments stand for one reader, read at once.
import { type Actor, SIGNING_ROLES } from '#app/domain/policy/actor.ts';
import { WRITERS } from '#app/domain/policy/assessment.ts';
import type { AssessmentView } from '#app/doors/assessment-view.ts';
import { firstOfEach } from '#app/queries/kit/first-of-each.ts';
import type { Services } from '#app/services.server.ts';
import { listRounds } from '#db/repositories/administration/round-rows.ts';
import { listAssignmentsIn } from '#db/repositories/assessment/assignments.ts';
import { listCriterionPlansIn } from '#db/repositories/assessment/criterion-plans.ts';
import { countOpenFor } from '#db/repositories/assessment/comment-rows.ts';
import { listRenewals } from '#db/repositories/award/renewals.ts';
import { listHolders } from '#db/repositories/people/roles.ts';
import { listNoted } from '#db/repositories/review/requirement-notes.ts';
import {
  listHeldSubmissions,
  listSignatures,
  listWithRival,
} from '#db/repositories/submission/submissions.ts';
import type { Among } from '#db/repositories/within-scope.ts';
import type { AroundAssessments } from './around-assessments.ts';

type Given = Pick<Services, 'engine'>;

export type Asking = {
  /** Reaches the same assessments as the views. */
  readonly which: Among;
  readonly views: readonly AssessmentView[];
  readonly around: AroundAssessments;
};

/** By assessment where it belongs to one. */
export async function loadedFor({ engine: { db } }: Given, actor: Actor, asking: Asking) {
  const { which, views, around } = asking;
  const decisionIds = [...around.revisions.values()].map(({ decision }) => decision.id);
  const awardIds = [...around.awards.values()].map(({ id }) => id);
  const place = ({ assessmentId }: { readonly assessmentId: string }) => assessmentId;
  return {
    assigned: Map.groupBy(await listAssignmentsIn(db, which), place),
    plans: Map.groupBy(await listCriterionPlansIn(db, which), place),
    comments: Map.groupBy(await countOpenFor(db, which, actor.id), place),
    holders: await listHolders(db, {
      organisations: views.map((view) => view.place.organisation),
      roles: [...WRITERS, ...SIGNING_ROLES],
    }),
    rounds: await listRounds(db),
    noted: new Set(
      (await listNoted(db, decisionIds)).map(
        ({ decisionId, criterion }) => `${decisionId} ${criterion}`,
      ),
    ),
    signatures: firstOfEach(await listSignatures(db, which)),
    submissions: firstOfEach(await listHeldSubmissions(db, which)),
    rivals: new Set(await listWithRival(db, which)),
    renewals: new Map(
      (await listRenewals(db, awardIds)).map(({ id, awardId }) => [awardId ?? '', id]),
    ),
  };
}

export type Loaded = Awaited<ReturnType<typeof loadedFor>>;
