import { data, redirect } from 'react-router';
import { z } from 'zod';
import { parseForm } from '#app/http/parse-form.ts';
import { signedIn } from '#app/http/require.ts';
import { startChoices } from '#app/queries/home.ts';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/error-summary.tsx';
import { Choices } from '#app/ui/fields.tsx';
import { BackLink, Column } from '#app/ui/page.tsx';
import { problemText } from '#app/ui/problem-text.ts';
import { startAssessment } from '#app/use-cases/start-assessment.ts';
import type { Route } from './+types/start';

export const policy = 'person';

const Start = z.object({
  department: z.string({ error: 'Choose the department' }),
  target: z.string({ error: 'Choose the charter and the level you aim for' }),
});

export async function loader({ context }: Route.LoaderArgs) {
  const { services, actor } = signedIn(context);
  return startChoices(services, actor);
}

export async function action({ request, context }: Route.ActionArgs) {
  const { services, actor } = signedIn(context);
  const parsed = parseForm(await request.formData(), Start);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const [charter = '', targetLevel = ''] = parsed.value.target.split(' ');
  const { department } = parsed.value;
  const result = await startAssessment(services, actor, { department, charter, targetLevel });
  if (result.ok) throw redirect(`/assessments/${result.value.id}?done=started`, 303);
  const errors: Record<string, string> = { '': problemText(result.problem) };
  return data({ ok: false, errors, typed: parsed.typed }, { status: 422 });
}

export default function StartAssessment({ loaderData, actionData }: Route.ComponentProps) {
  const { departments, charters } = loaderData;
  const errors: Readonly<Record<string, string>> =
    actionData && 'errors' in actionData ? actionData.errors : {};
  const typed = actionData?.typed ?? {};
  const only = departments.length === 1 ? departments[0]?.id : undefined;
  return (
    <>
      <PageTitle title="Start an assessment" problems={actionData !== undefined} />
      <BackLink to="/">Your assessments</BackLink>
      <Column>
        <ErrorSummary problems={problemsOf(errors)} />
        <h1 className="nhsuk-heading-l">Start an assessment</h1>
        {departments.length === 0 ? (
          <p>
            Only the assessment lead of a department can start one. You can read what they start.
          </p>
        ) : (
          <form method="post" noValidate>
            <Choices
              name="department"
              kind="radio"
              label="Which department is it for?"
              error={errors['department']}
              chosen={[typed['department'] ?? only ?? '']}
              options={departments.map(({ id, name, organisation }) => ({
                value: id,
                label: name,
                hint: organisation,
              }))}
            />
            {charters.map(({ name, title, summary, levels }, index) => (
              <div key={name}>
                <Choices
                  name="target"
                  idPrefix={index === 0 ? 'target' : `target-${name}`}
                  kind="radio"
                  label={title}
                  error={index === 0 ? errors['target'] : undefined}
                  hint={
                    <>
                      {summary} <a href={`/charters/${name}`}>Read the charter</a>
                    </>
                  }
                  chosen={[typed['target'] ?? '']}
                  options={levels.map(({ id, label, means }) => ({
                    value: `${name} ${id}`,
                    label: `Aim for ${label}`,
                    hint: means,
                  }))}
                />
              </div>
            ))}
            <p>
              An assessment stays on the version of the charter that you choose here. Aiming for a
              level does not limit what you can reach.
            </p>
            <button className="nhsuk-button">Start</button>
          </form>
        )}
      </Column>
    </>
  );
}
