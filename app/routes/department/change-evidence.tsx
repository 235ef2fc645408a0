import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { data, redirect } from 'react-router';
import { z } from 'zod';
import { findCriterion } from '#app/domain/charter/charter.ts';
import { parseForm } from '#app/http/forms/parse-form.ts';
import {
  answerable,
  assessmentOrNotFound,
  notAllowed,
  notFound,
  signedIn,
} from '#app/http/door/require.ts';
import { storageUsed } from '#app/queries/evidence/storage-used.ts';
import { EvidenceChange } from '#app/ui/evidence/evidence-change.tsx';
import { EvidenceRemoved } from '#app/ui/evidence/evidence-removed.tsx';
import { formErrors } from '#words/problem-text.ts';
import { changeEvidence } from '#app/use-cases/evidence/change-evidence.ts';
import { removeEvidence } from '#app/use-cases/evidence/remove-evidence.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/change-evidence';

export const door = { policy: 'person' } satisfies Door;

const Fields = z.object({
  title: z.string().default(''),
  description: z.string().default(''),
  link: z.string().default(''),
  criterion: z.string().default(''),
  version: z.coerce.number().int().min(0),
  intent: z.enum(['save', 'remove']).default('save'),
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const view = await assessmentOrNotFound(context, params.id);
  const found = view.evidence.find(({ item }) => item.id === params.evidence);
  if (found === undefined) {
    const criterion = findCriterion(view.charter, removedMeanwhile.get(context) ?? '');
    if (criterion === undefined) throw notFound();
    const used = await storageUsed(signedIn(context).services, view.place);
    return { removed: true as const, id: view.id, criterion, used };
  }
  if (!view.mayAttachEvidence) throw notAllowed();
  const { criterion, title, description, link, version } = found.item;
  return {
    removed: false as const,
    id: view.id,
    criterion,
    file: found.file,
    version,
    saved: { title, description, link: link ?? '' },
  };
}

/** Requests whose item is gone, with its criterion: the form stays, so that nothing typed is lost. */
const removedMeanwhile = new WeakMap<object, string>();

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const parsed = parseForm(await request.formData(), Fields);
  const { typed } = parsed;
  if (!parsed.ok) return data({ errors: parsed.errors, typed, conflict: null }, { status: 422 });
  const { intent, version: readVersion, criterion: wasIn, ...fields } = parsed.value;
  const view = await assessmentOrNotFound(context, params.id);
  const criterion = view.evidence.find(({ item }) => item.id === params.evidence)?.item.criterion;
  const command = { assessmentId: params.id, evidenceId: params.evidence, readVersion };
  const result =
    intent === 'remove'
      ? await removeEvidence(services, actor, command)
      : await changeEvidence(services, actor, { ...command, ...fields });
  if (result.ok) {
    const done = intent === 'remove' ? 'evidence-removed' : 'evidence-changed';
    throw redirect(
      withNotice(
        addressOf('/assessments/:id/criteria/:criterion', {
          id: params.id,
          criterion: criterion ?? wasIn,
        }),
        done,
      ),
      303,
    );
  }
  const problem = answerable(result.problem);
  if (problem.code !== 'changed-meanwhile') {
    const status = problem.code === 'locked' ? 409 : 422;
    return data({ errors: formErrors(problem), typed, conflict: null }, { status });
  }
  const { saved, savedBy, savedAt } = problem;
  if (saved === null) {
    if (findCriterion(view.charter, wasIn) === undefined) throw notFound();
    removedMeanwhile.set(context, wasIn);
    return data({ errors: {}, typed, conflict: null }, { status: 409 });
  }
  const { title, description, link, version } = saved;
  const conflict = {
    savedBy,
    savedAt,
    saved: { title, description, link: link ?? '' },
    version,
  };
  return data({ errors: {}, typed, conflict }, { status: 409 });
}

export default function Evidence({ loaderData, actionData }: Route.ComponentProps) {
  if (loaderData.removed) {
    const { id, criterion, used } = loaderData;
    return (
      <EvidenceRemoved id={id} criterion={criterion} used={used} typed={actionData?.typed ?? {}} />
    );
  }
  return <EvidenceChange page={loaderData} answered={actionData ?? null} />;
}
