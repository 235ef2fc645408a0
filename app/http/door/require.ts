// What routes ask first: the services, who is there, the assessment that the address names.
import { data, type RouterContextProvider } from 'react-router';
import type { Actor } from '#app/domain/policy/actor.ts';
import { stateOf } from '#app/domain/submission/life.ts';
import { type AssessmentAct, mayWithAssessment } from '#app/domain/policy/assessment.ts';
import { statusOf } from '#app/http/respond.ts';
import type { AccessProblem } from '#app/doors/open-assessment.ts';
import {
  type AssessmentView,
  assessmentView,
  organisationView,
} from '#app/doors/assessment-view.ts';
import type { Services } from '#app/services.server.ts';
import { actorContext, servicesContext } from './contexts.ts';

type Context = Readonly<RouterContextProvider>;

/** The services and the signed-in person. The door has turned everyone else away (handle.ts). */
export function signedIn(context: Context): { services: Services; actor: Actor } {
  const actor = context.get(actorContext);
  if (actor === null) throw notFound();
  return { services: context.get(servicesContext), actor };
}

/** The assessment, or the same 404 as for one that does not exist. */
export async function assessmentOrNotFound(context: Context, id: string): Promise<AssessmentView> {
  const { services, actor } = signedIn(context);
  const view = await assessmentView(services, actor, id);
  if (view === null) throw notFound();
  return view;
}

/** The same for the pages that serve for what the whole organisation answers once, too. */
export async function anyAssessmentOrNotFound(
  context: Context,
  id: string,
): Promise<AssessmentView> {
  const { services, actor } = signedIn(context);
  const view =
    (await assessmentView(services, actor, id)) ?? (await organisationView(services, actor, id));
  if (view === null) throw notFound();
  return view;
}

/** Nothing here, or nothing for this person. */
export function notFound() {
  return data(null, { status: statusOf('not-found') });
}

/** What was submitted or decided is not what lies there now (error-page.tsx has the words). */
export function altered() {
  return data(null, { status: statusOf('altered') });
}

/** Theirs to read, and not to change. */
export function notAllowed() {
  return data(null, { status: statusOf('not-allowed') });
}

/** Theirs to read, and not to change: for their role; or for anyone, as it is signed or submitted by now. */
export function mayNot(context: Context, { place, state }: AssessmentView, act: AssessmentAct) {
  const may = mayWithAssessment(signedIn(context).actor, act, place);
  return noAccess(may ? { code: 'locked', state: stateOf(state) } : { code: 'not-allowed' });
}

/** The page of its own that says why nothing was opened; route-error.tsx has the words for what is locked. */
export function noAccess(problem: AccessProblem) {
  const said = problem.code === 'locked' ? problem : null;
  return data(said, { status: statusOf(problem.code) });
}
