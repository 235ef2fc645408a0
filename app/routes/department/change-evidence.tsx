import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { data, redirect } from 'react-router';
import { z } from 'zod';
import { findCriterion } from '#app/domain/charter/charter.ts';
import { parseForm } from '#app/http/forms/parse-form.ts';
import { anyAssessmentOrNotFound, mayNot, notFound, signedIn } from '#app/http/door/require.ts';
import { answerable, besideTheirs, putRight, respond } from '#app/http/respond.ts';
import { storageUsed } from '#app/queries/evidence/storage-used.ts';
import { kindChoice } from '#app/queries/evidence/kind-choice.ts';
import { ErrorPage } from '#app/ui/kit/error-page.tsx';
import { EvidenceChange } from '#app/ui/evidence/evidence-change.tsx';
import { EvidenceRemoved } from '#app/ui/evidence/evidence-removed.tsx';
import { formErrors } from '#words/problem-text.ts';
import { changeEvidence } from '#app/use-cases/evidence/change-evidence.ts';
import { removeEvidence } from '#app/use-cases/evidence/remove-evidence.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/change-evidence';

export const door = { policy: 'person' } satisfies Door;

/** What a page answers where nothing is wrong, nobody else saved, and nothing was removed. */
const NOTHING = { errors: {}, conflict: null, removedFrom: null, kinds: null, used: null };

const Fields = z.object({
  title: z.string().default(''),
  description: z.string().default(''),
  link: z.string().default(''),
  kind: z.string().default(''),
  criterion: z.string().default(''),
  version: z.coerce.number().int().min(0),
  intent: z.enum(['save', 'remove']).default('save'),
});

export async function loader({ params, context }: Route.LoaderArgs) {
  const view = await anyAssessmentOrNotFound(context, params.id);
  const found = view.evidence.find(({ item }) => item.id === params.evidence);
  if (found === undefined) {
    // Not thrown: what was typed about something that a colleague has removed stays in its form.
    return data({ removed: true as const, id: view.id }, { status: 404 });
  }
  if (!view.mayAttachEvidence) throw mayNot(context, view, 'attach-evidence');
  const { criterion, title, description, link, kind, version } = found.item;
  const asks = findCriterion(view.charter, criterion) ?? null;
  return {
    removed: false as const,
    id: view.id,
    isOfOrganisation: view.isOfOrganisation,
    criterion,
    file: found.file,
    version,
    kinds: kindChoice(view.charter, asks),
    saved: { title, description, link: link ?? '', kind: kind ?? '' },
  };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const parsed = parseForm(await request.formData(), Fields);
  const { typed } = parsed;
  if (!parsed.ok) return putRight({ ...NOTHING, errors: parsed.errors, typed });
  const { intent, version: readVersion, criterion: wasIn, ...fields } = parsed.value;
  const view = await anyAssessmentOrNotFound(context, params.id);
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
  if (problem.code === 'changed-meanwhile' && problem.saved === null) {
    const removedFrom = findCriterion(view.charter, wasIn);
    if (removedFrom === undefined) throw notFound();
    const used = await storageUsed(services, view.place);
    return respond(problem, () => ({
      ...NOTHING,
      typed,
      removedFrom,
      kinds: kindChoice(view.charter, removedFrom),
      used,
    }));
  }
  return respond(problem, () => ({
    ...NOTHING,
    ...besideTheirs(problem, {
      theirs: ({ saved, savedBy, savedAt }) => saved && { savedBy, savedAt, ...shown(saved) },
      errors: (other) => formErrors(other),
    }),
    typed,
  }));
}

type Saved = {
  readonly title: string;
  readonly description: string;
  readonly link: string | null;
  readonly kind: string | null;
  readonly version: number;
};

function shown({ title, description, link, kind, version }: Saved) {
  return { saved: { title, description, link: link ?? '', kind: kind ?? '' }, version };
}

export default function Evidence({ loaderData, actionData }: Route.ComponentProps) {
  if (loaderData.removed) {
    if (!actionData?.removedFrom || !actionData.kinds || !actionData.used)
      return <ErrorPage status={404} reference="" />;
    const { removedFrom, kinds, used, typed } = actionData;
    return (
      <EvidenceRemoved
        id={loaderData.id}
        criterion={removedFrom}
        kinds={kinds}
        used={used}
        typed={typed}
      />
    );
  }
  return <EvidenceChange page={loaderData} answered={actionData ?? null} />;
}
