// What routes ask first: the services, who is there, the assessment that the address names.
import { data, type RouterContextProvider } from 'react-router';
import type { Actor } from '#app/domain/policy/actor.ts';
import { type AssessmentView, assessmentView } from '#app/doors/assessment-view.ts';
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

type Hidden =
  { readonly code: 'not-found' } | { readonly code: 'not-allowed' } | { readonly code: 'altered' };

/** What was refused, for its page to say; what is not theirs to see or to change gets its own page. */
export function answerable<P extends { readonly code: string }>(problem: P | Hidden): P {
  if (!isHidden(problem)) return problem;
  if (problem.code === 'altered') throw altered();
  throw problem.code === 'not-found' ? notFound() : notAllowed();
}

function isHidden(problem: { readonly code: string }): problem is Hidden {
  return ['not-found', 'not-allowed', 'altered'].includes(problem.code);
}

/** Nothing here, or nothing for this person. */
export function notFound() {
  return data(null, { status: 404 });
}

/** What was submitted or decided is not what lies there now (error-page.tsx has the words). */
export function altered() {
  return data(null, { status: 409 });
}

/** Theirs to read, and not to change. */
export function notAllowed() {
  return data(null, { status: 403 });
}
