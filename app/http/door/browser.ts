// What a sign-in is told of the browser that asks: where it is, whether it is known, which session it had.
import type { RouterContextProvider } from 'react-router';
import type { Browser } from '#app/domain/policy/proof.ts';
import { addressContext, servicesContext } from './contexts.ts';
import { knownDevice, rememberDevice } from './known-device.ts';
import { sessionCookie, sessionToken } from './session.ts';
import { forgetShortly } from './short-cookie.ts';

type Asked = { readonly request: Request; readonly context: Readonly<RouterContextProvider> };

/** How to tell what the browser is to an account. */
export async function browserOf({
  request,
  context,
}: Asked): Promise<(account: string) => Browser> {
  const services = context.get(servicesContext);
  const session = await sessionToken(services, request);
  return (account) => ({
    address: context.get(addressContext),
    ...knownDevice(request, account, services.config),
    agent: request.headers.get('user-agent') ?? '',
    session,
  });
}

/** The cookies of a session that begins; the device knows the account from now on. */
export async function cookiesOfSession(
  { request, context }: Asked,
  { token, account }: { readonly token: string; readonly account: string },
): Promise<Headers> {
  const services = context.get(servicesContext);
  const headers = new Headers();
  headers.append('Set-Cookie', await sessionCookie(services, token));
  headers.append(
    'Set-Cookie',
    rememberDevice(request, { account, by: 'sign-in' }, services.config),
  );
  for (const cookie of forgetShortly(request, services.config))
    headers.append('Set-Cookie', cookie);
  return headers;
}
