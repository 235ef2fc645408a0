// Where each action of an awarded plan stood last: what was noted on it, or reported in an earlier year, and
// otherwise what the plan said.
import { STATUSES } from '#app/domain/plan/action-fields.ts';
import type { AwardedAction } from '#app/domain/award/awarded-plan.ts';
import { knownStatus, type SaidStatus } from '#app/domain/award/plan-report.ts';
import type { Db } from '#db/store.ts';
import { listNotedStatuses } from '#db/repositories/plan/action-rows.ts';
import type { PlanReportRow } from '#db/repositories/award/plan-reports.ts';

type Asked = {
  readonly assessmentId: string;
  readonly plan: readonly AwardedAction[];
  /** The reports of earlier years. */
  readonly earlier: readonly PlanReportRow[];
};

/** The known status of each action by its number; null where it is not known. */
export async function lastKnownStatuses(db: Db, { assessmentId, plan, earlier }: Asked) {
  const noted = await listNotedStatuses(db, assessmentId);
  return new Map(
    plan.map((action) => {
      const notes = noted.filter(({ objective }) => objective === action.objective);
      const said = [...notes.flatMap(saidIn), ...earlier.flatMap((one) => reportedOf(one, action))];
      return [action.number, knownStatus(action.status, said)] as const;
    }),
  );
}

type Said = { readonly at: string; readonly status: string | null };

function saidIn({ at, status }: Said): readonly SaidStatus[] {
  const known = STATUSES.find((one) => one === status);
  return known === undefined ? [] : [{ at, status: known }];
}

// What is not sent yet is nobody's word.
function reportedOf({ sentAt, actions }: PlanReportRow, { number }: AwardedAction) {
  const found = actions.find(({ action }) => action === number);
  return sentAt === null || found === undefined ? [] : saidIn({ at: sentAt, ...found });
}
