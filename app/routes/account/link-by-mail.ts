// The answer to a form that asks for a link by mail, whatever the link is to do.
import { data, type RouterContextProvider } from 'react-router';
import { AddressForm } from '#app/http/forms/address-form.ts';
import { addressContext, servicesContext } from '#app/http/door/contexts.ts';
import { parseForm } from '#app/http/forms/parse-form.ts';
import { putRight, respond } from '#app/http/respond.ts';
import { asked, notAsked } from '#app/ui/accounts/ask-for-link-view.tsx';
import { askForLink, type AskForLinkCommand } from '#app/use-cases/accounts/ask-for-link.ts';

type Asking = {
  readonly request: Request;
  readonly context: Readonly<RouterContextProvider>;
};

/** What the page says: the same for every address. */
export async function linkByMail(
  { request, context }: Asking,
  purpose: AskForLinkCommand['purpose'],
) {
  const parsed = parseForm(await request.formData(), AddressForm);
  if (!parsed.ok) return putRight(notAsked(parsed));
  const { email } = parsed.value;
  const command = { email, purpose, address: context.get(addressContext) };
  const result = await askForLink(context.get(servicesContext), command);
  return result.ok
    ? data(asked(email, result.value))
    : respond(result.problem, (problem) => asked(email, problem));
}
