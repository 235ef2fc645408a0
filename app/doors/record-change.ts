// Every change to a part of an assessment counts up the assessment and leaves one event in the trail.
import type { Activity } from '#app/domain/assessment/activity.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { touchAssessment } from '#db/repositories/assessment/assessments.ts';
import type { AssessmentRow } from '#db/repositories/assessment/assessments.ts';
import { audit, type AuditEvent } from '#db/repositories/audit.ts';
import type { Write } from '#db/store.ts';

type Change = {
  readonly assessment: Pick<AssessmentRow, 'id' | 'organisationId' | 'state'>;
  readonly actor: Actor;
  readonly at: string;
  readonly event: Activity;
  readonly details: NonNullable<AuditEvent['details']>;
};

/** The two writes that belong to every such change. */
export function recordChange({ assessment, actor, at, event, details }: Change): readonly Write[] {
  return [
    touchAssessment(assessment, at),
    audit({
      at,
      actor: actor.id,
      event,
      organisation: assessment.organisationId,
      subject: assessment.id,
      details,
    }),
  ];
}
