import { SAVED } from '#words/assessment/assessment-pages.ts';
import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { type AnswerForm, readAnswerForm } from '#app/http/forms/parse-answer.ts';
import { findCriterion } from '#app/domain/charter/charter.ts';
import { altered, anyAssessmentOrNotFound, notFound, signedIn } from '#app/http/door/require.ts';
import { besideTheirs, errorAt, putRight, respond } from '#app/http/respond.ts';
import { criterionPage } from '#app/queries/assessment/criterion-page.ts';
import { savedByName } from '#app/queries/assessment/organisation-answer.ts';
import { planSuggestion } from '#app/queries/plan/plan-before.ts';
import { requirementsPage } from '#app/queries/submission/required-meanwhile.ts';
import { criterionTogether } from '#app/queries/assessment/together.ts';
import type { SavedMeanwhile } from '#app/ui/assessment/answer-form.tsx';
import { CriterionView } from '#app/ui/assessment/criterion-view.tsx';
import { RequirementHere } from '#app/ui/submission/required-list.tsx';
import { problemText } from '#words/problem-text.ts';
import {
  type AnsweredCriterion,
  answerCriterion,
} from '#app/use-cases/assessment/answer-criterion.ts';
import { isRenewedWhole } from '#app/doors/check-record.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/criterion';

type SavedAnswer = Omit<SavedMeanwhile, 'savedBy'>;

export const door = { policy: 'person' } satisfies Door;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const view = await anyAssessmentOrNotFound(context, params.id);
  const { criterion } = params;
  const page = criterionPage(view, criterion);
  if (page === null) throw notFound();
  const together = await criterionTogether(services, actor, { view, criterion });
  const { claimed } = page.counts;
  const asked = (await isRenewedWhole(services, view.renews)) ? { ...view, claimed } : null;
  const plan = asked && (await planSuggestion(services, asked, criterion));
  const { searchParams } = new URL(request.url);
  const saved = findCriterion(view.charter, searchParams.get('saved') ?? '')?.id ?? null;
  const required = await requirementsPage(services, view);
  if (required === null) throw altered();
  const requirement = required.find(({ id }) => id === criterion) ?? null;
  const savedBy = await savedByName(services, page);
  return { ...page, together, plan, requirement, saved, savedBy, done: searchParams.get('done') };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const { id, criterion } = params;
  const read = readAnswerForm(await request.formData());
  const { typed } = read;
  if (!read.ok) return putRight({ errors: read.errors, typed, conflict: null });
  const { intent, ...said } = read.value;
  const command = { ...said, assessmentId: id, criterion, keep: 'saved' } as const;
  const result = await answerCriterion(services, actor, command);
  if (result.ok) {
    throw redirect(nextPage(params, intent, result.value), 303);
  }
  return respond(result.problem, (problem) => ({
    ...besideTheirs(problem, {
      theirs: ({ saved, savedBy }) => (saved === null ? null : { ...shown(saved), savedBy }),
      errors: (other) =>
        other.code === 'rating-would-go'
          ? { ratingMayGo: SAVED.mayRatingGo }
          : errorAt(other, problemText(other), 'rating'),
    }),
    typed,
  }));
}

function shown(saved: SavedAnswer) {
  const { claimed, notApplicable, narrative, version, updatedAt } = saved;
  return { claimed, notApplicable, narrative, version, updatedAt };
}

function nextPage(
  { id, criterion }: Route.ActionArgs['params'],
  intent: AnswerForm['intent'],
  { version, next }: AnsweredCriterion,
): string {
  const here = addressOf('/assessments/:id/criteria/:criterion', { id, criterion });
  // Where nothing was said there is nothing to tell of.
  const told = version > 0 ? `?saved=${criterion}` : '';
  const list = addressOf('/assessments/:id', { id });
  const listAfter = version > 0 ? withNotice(list, 'saved') : list;
  if (intent === 'evidence')
    return addressOf('/assessments/:id/criteria/:criterion/evidence', { id, criterion });
  if (intent === 'return') return listAfter;
  if (intent === 'stay') return `${here}${told}`;
  return next === null
    ? listAfter
    : `${addressOf('/assessments/:id/criteria/:criterion', { id, criterion: next })}${told}`;
}

export default function CriterionRoute({ loaderData, actionData }: Route.ComponentProps) {
  const { id, requirement, mayAnswer } = loaderData;
  return (
    <CriterionView
      page={loaderData}
      answered={actionData ?? null}
      required={<RequirementHere id={id} requirement={requirement} mayNote={mayAnswer} />}
    />
  );
}
