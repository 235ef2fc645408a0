import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { redirect } from 'react-router';
import { z } from 'zod';
import { enteredNumber } from '#app/http/forms/entered-number.ts';
import { parseForm } from '#app/http/forms/parse-form.ts';
import { assessmentOrNotFound, notFound, signedIn } from '#app/http/door/require.ts';
import { besideTheirs, putRight, respond } from '#app/http/respond.ts';
import { indicatorPage } from '#app/queries/workforce/indicator-page.ts';
import { IndicatorView } from '#app/ui/workforce/indicator-view.tsx';
import { formErrors } from '#words/problem-text.ts';
import { enterCounts } from '#app/use-cases/workforce/enter-counts.ts';
import { withNotice } from '#words/kit/notices.ts';
import type { Route } from './+types/enter-counts';

export const door = { policy: 'person' } satisfies Door;

const number = z.string().optional().transform(enteredNumber);

const Counts = z.object({
  firstNumerator: number,
  firstDenominator: number,
  secondNumerator: number,
  secondDenominator: number,
  source: z.string().default(''),
  version: z.coerce.number().int().min(0),
});

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  const view = await assessmentOrNotFound(context, params.id);
  const page = await indicatorPage(services, actor, { view, indicator: params.indicator });
  if (page === null) throw notFound();
  return { ...page, done: new URL(request.url).searchParams.get('done') };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const parsed = parseForm(await request.formData(), Counts);
  const { typed } = parsed;
  if (!parsed.ok) return putRight({ errors: parsed.errors, typed, conflict: null });
  const { version: readVersion, ...entered } = parsed.value;
  const result = await enterCounts(services, actor, {
    ...entered,
    readVersion,
    assessmentId: params.id,
    indicator: params.indicator,
  });
  if (result.ok) {
    throw redirect(
      withNotice(
        addressOf('/assessments/:id/indicators/:indicator', {
          id: params.id,
          indicator: params.indicator,
        }),
        'counts-saved',
      ),
      303,
    );
  }
  return respond(result.problem, (problem) => ({
    ...besideTheirs(problem, {
      theirs: ({ saved, savedBy, savedAt }) => ({
        savedBy,
        savedAt,
        version: saved?.version ?? 0,
        saved: saved === null ? null : enteredIn(saved),
      }),
      errors: (other) => formErrors(other),
    }),
    typed,
  }));
}

type Figures = Readonly<
  Record<'firstNumerator' | 'firstDenominator' | 'secondNumerator' | 'secondDenominator', number>
>;

function enteredIn({
  firstNumerator,
  firstDenominator,
  secondNumerator,
  secondDenominator,
  source,
}: Figures & { readonly source: string }) {
  return { firstNumerator, firstDenominator, secondNumerator, secondDenominator, source };
}

export default function IndicatorRoute({ loaderData, actionData }: Route.ComponentProps) {
  return <IndicatorView page={loaderData} answered={actionData ?? null} />;
}
