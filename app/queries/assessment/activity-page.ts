// What has been done to an assessment lately: who, what, when and to which criterion. No text, no rating,
// no count.
import { findCriterion } from '#app/domain/charter/charter.ts';
import type { AssessmentView } from '#app/doors/assessment-view.ts';
import type { Services } from '#app/services.server.ts';
import { listActivity } from '#db/repositories/assessment/activity-rows.ts';
import { pageOf } from '#app/queries/kit/page-of.ts';

const ON_A_PAGE = 30;
const MOST_EVENTS = 5000;
const SITTING = 30 * 60_000;

/** One page, newest first; saves that follow each other as someone types are one line. */
export async function activityPage(
  { engine }: Pick<Services, 'engine'>,
  view: AssessmentView,
  page: number,
) {
  const events = await listActivity(engine.db, {
    organisation: view.place.organisation,
    assessmentId: view.id,
    most: MOST_EVENTS,
  });
  const lines: Line[] = [];
  for (const { sequence, at, actor, name, event, details } of events) {
    const criterion = criterionIn(view, details);
    const sha256 = textIn(details, 'sha256');
    const line = { sequence, at, actor, name, event, criterion, sha256 };
    const later = lines.at(-1);
    if (later === undefined || !isSameWork(line, later)) lines.push(line);
  }
  const { id, department, isOfOrganisation } = view;
  return { id, department, isOfOrganisation, ...pageOf(lines, { page, size: ON_A_PAGE }) };
}

export type ActivityPage = Awaited<ReturnType<typeof activityPage>>;

type Line = {
  readonly sequence: number;
  readonly at: string;
  /** Id; null = the service itself. */
  readonly actor: string | null;
  readonly name: string | null;
  readonly event: string;
  readonly criterion: { readonly id: string; readonly title: string | null } | null;
  /** The fingerprint of the file that it is about; null = of none. */
  readonly sha256: string | null;
};

function isSameWork(earlier: Line, later: Line): boolean {
  return (
    earlier.actor === later.actor &&
    earlier.event === later.event &&
    earlier.criterion?.id === later.criterion?.id &&
    earlier.sha256 === later.sha256 &&
    Date.parse(later.at) - Date.parse(earlier.at) <= SITTING
  );
}

function criterionIn({ charter }: AssessmentView, details: string): Line['criterion'] {
  const id = textIn(details, 'criterion');
  if (id === null) return null;
  return { id, title: findCriterion(charter, id)?.title ?? null };
}

/** A text among the details of an event; null where there is none of this name. */
function textIn(details: string, name: string): string | null {
  const parsed: unknown = JSON.parse(details);
  const found: unknown =
    typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, name) : null;
  return typeof found === 'string' ? found : null;
}
