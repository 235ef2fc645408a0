import { data, redirect } from 'react-router';
import { z } from 'zod';
import { browserOf, cookiesOfSession } from '#app/http/browser.ts';
import { servicesContext } from '#app/http/contexts.ts';
import { carriedFields, keptForm, localPath } from '#app/http/keep-for-later.ts';
import { parseForm } from '#app/http/parse-form.ts';
import { keptShortly } from '#app/http/short-cookie.ts';
import { CodeForm } from '#app/ui/code-form.tsx';
import { identityProblemText } from '#app/ui/identity-problem-text.ts';
import { INTERACTIVE } from '#app/ui/interactive.ts';
import { Column } from '#app/ui/page.tsx';
import { SendAgain } from '#app/ui/send-again.tsx';
import type { Services } from '#app/services.server.ts';
import { signInWithCode } from '#app/use-cases/sign-in-second-step.ts';
import type { Route } from './+types/sign-in-code';

export const policy = 'public';

export const handle = INTERACTIVE;

const Code = z.object({
  code: z.string({ error: 'Enter the code' }).max(100),
  next: z.string().optional(),
});

export function loader({ request }: Route.LoaderArgs) {
  return { next: localPath(new URL(request.url).searchParams.get('next') ?? '/') ?? '/' };
}

export async function action({ request, context }: Route.ActionArgs) {
  const services = context.get(servicesContext);
  const form = await request.formData();
  const kept = keptForm(form);
  const parsed = parseForm(form, Code);
  const next = localPath(parsed.typed['next'] ?? '/') ?? '/';
  const again = { next, carried: carriedFields(kept) };
  if (!parsed.ok) return data({ ...again, error: parsed.errors['code'] ?? '' }, { status: 422 });
  const ticket = ticketIn(request, services) ?? '';
  const browser = await browserOf({ request, context });
  const result = await signInWithCode(services, { ticket, code: parsed.value.code, browser });
  if (!result.ok) {
    return data({ ...again, error: identityProblemText(result.problem) }, { status: 422 });
  }
  const cookies = await cookiesOfSession({ request, context }, result.value);
  if (kept !== null) return data({ kept }, { headers: cookies });
  return redirect(next, { status: 303, headers: cookies });
}

function ticketIn(request: Request, { config, clock }: Services): string | null {
  return keptShortly(request, 'second-step', { settings: config, now: clock().getTime() });
}

export default function SignInCode({ loaderData, actionData }: Route.ComponentProps) {
  if (actionData && 'kept' in actionData) return <SendAgain {...actionData.kept} />;
  return (
    <Column>
      <CodeForm
        next={actionData?.next ?? loaderData.next}
        carried={actionData?.carried ?? []}
        error={actionData?.error ?? null}
      />
    </Column>
  );
}
