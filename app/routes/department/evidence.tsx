import { data, redirect } from 'react-router';
import { z } from 'zod';
import { parseForm } from '#app/http/parse-form.ts';
import { assessmentOrNotFound, notAllowed, notFound, signedIn } from '#app/http/require.ts';
import { EvidenceChange } from '#app/ui/evidence-change.tsx';
import { fieldErrors, problemText } from '#app/ui/problem-text.ts';
import { changeEvidence } from '#app/use-cases/change-evidence.ts';
import { removeEvidence } from '#app/use-cases/remove-evidence.ts';
import type { Route } from './+types/evidence';

export const policy = 'person';

const Fields = z.object({
  title: z.string().default(''),
  description: z.string().default(''),
  link: z.string().default(''),
  version: z.coerce.number().int().min(0),
  intent: z.enum(['save', 'remove']).default('save'),
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const view = await assessmentOrNotFound(context, params.id);
  const found = view.evidence.find(({ item }) => item.id === params.evidence);
  if (found === undefined) throw notFound();
  if (!view.mayAttachEvidence) throw notAllowed();
  const { criterion, title, description, link, version } = found.item;
  return {
    id: view.id,
    criterion,
    file: found.file,
    version,
    saved: { title, description, link: link ?? '' },
  };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const parsed = parseForm(await request.formData(), Fields);
  const { typed } = parsed;
  if (!parsed.ok) return data({ errors: parsed.errors, typed, conflict: null }, { status: 422 });
  const { intent, version: readVersion, ...fields } = parsed.value;
  const view = await assessmentOrNotFound(context, params.id);
  const criterion = view.evidence.find(({ item }) => item.id === params.evidence)?.item.criterion;
  const command = { assessmentId: params.id, evidenceId: params.evidence, readVersion };
  const result =
    intent === 'remove'
      ? await removeEvidence(services, actor, command)
      : await changeEvidence(services, actor, { ...command, ...fields });
  if (result.ok) {
    const done = intent === 'remove' ? 'evidence-removed' : 'evidence-changed';
    throw redirect(`/assessments/${params.id}/criteria/${criterion}?done=${done}`, 303);
  }
  const { problem } = result;
  if (problem.code === 'not-found') throw notFound();
  if (problem.code === 'not-allowed') throw notAllowed();
  if (problem.code === 'not-valid') {
    return data({ errors: fieldErrors(problem.fields), typed, conflict: null }, { status: 422 });
  }
  if (problem.code === 'locked') {
    const errors = { '': problemText(problem) };
    return data({ errors, typed, conflict: null }, { status: 409 });
  }
  const { saved, savedBy, savedAt } = problem;
  const now =
    saved === null
      ? null
      : { title: saved.title, description: saved.description, link: saved.link ?? '' };
  const conflict = { savedBy, savedAt, saved: now, version: saved?.version ?? 0 };
  return data({ errors: {}, typed, conflict }, { status: 409 });
}

export default function Evidence({ loaderData, actionData }: Route.ComponentProps) {
  return <EvidenceChange page={loaderData} answered={actionData ?? null} />;
}
