// Words for what can stand in the way of signing in at an organisation's provider.
import type { ProviderFault } from '#app/domain/policy/provider.ts';
import { told, type Told } from '#app/words/told.ts';
import { TOGETHER } from '#words/people/together-problem.ts';

const FAULTS: Readonly<Record<ProviderFault, string>> = {
  down: 'The sign-in of the organisation did not answer in time. Try again in some minutes; if it goes on, tell its IT service',
  metadata:
    'The sign-in of the organisation answered with something that we cannot use. Tell the lead who set it up, or its IT service: its OpenID Connect configuration document must name an authorization endpoint, a token endpoint and its keys',
  'other-issuer':
    'The configuration document at this address names another issuer. Enter the issuer exactly as the IT service of the organisation gives it, with the number of the tenant where there is one',
  insecure: 'The address of the issuer, and all that it names, must begin with https://',
  private:
    'The address of the issuer, or of something that it names, is on a private network, and this service reaches public addresses only',
  denied:
    'You were not signed in: the organisation, or you, said no to it. Try again, or ask its IT service whether you may use this service',
  'login-required':
    'The organisation wants you to sign in there first. Try again, and follow what its page asks',
  refused:
    'The sign-in of the organisation refused our request. Try again; if it goes on, its IT service should look at how this service is registered there',
  'token-refused':
    'The sign-in of the organisation did not take our identification. Its IT service, or the lead who set it up, should check the client id and the secret, which may have expired',
  'not-asked':
    'This answer does not belong to a sign-in that was begun in this browser, or it was used before. Begin again',
  'token-issuer':
    'The answer was from another issuer than the one that is set. You were not signed in. Tell the IT service of the organisation',
  'token-audience':
    'The answer was meant for another service. You were not signed in. Tell the IT service of the organisation',
  'token-nonce': 'The answer belongs to another sign-in than the one that you began. Begin again',
  'token-time':
    'The answer has expired, or is not valid yet. Try again; if it goes on, the clock of the organisation’s sign-in, or ours, is wrong, and its IT service should know',
  'token-signature':
    'The answer was not signed as it must be, so it was not believed. Tell the IT service of the organisation',
  'not-fresh':
    'Your organisation did not ask you to sign in anew, so this does not show that it is you. Try again and sign in there, or confirm in another way',
};

const PROVIDER = {
  ...TOGETHER,
  provider: ({ fault }: { readonly fault: ProviderFault }) => FAULTS[fault],
  'provider-unknown': 'Nobody can sign in there at the moment. Choose another way to sign in',
  'no-link': ({ provider, email }: { readonly provider: string; readonly email: string | null }) =>
    `You have signed in at ${provider}${email === null ? '' : ` as ${email}`}, but no account here is linked to that sign-in. An account begins with an invitation: ask the lead of your organisation for one. If you have an account already, sign in as before and link it on the page of your account`,
  'roles-elsewhere': ({ provider }: { readonly provider: string }) =>
    `Your account has roles elsewhere as well, for which ${provider} cannot vouch. Sign in with your password; if you have none, the link “Forgotten password” gives you one`,
  'use-passkey':
    'Your organisation does not say that it asked you for two factors. Confirm with your passkey instead',
  'link-taken':
    'Another account here is linked to whoever you are signed in as there. Sign out there, sign in as yourself, and try again',
  'other-person':
    'You have signed in there as somebody else than the person to whom your account here is linked. Sign out there, and try again',
  'last-way-in':
    'Nothing else would let you in. Choose a password first: the link “Forgotten password” gives you one',
  'link-needed': 'Your organisation has its people sign in there, so this way stays',
  'secret-missing': 'Enter the secret: another issuer needs its own',
  'changed-meanwhile':
    'Somebody else has changed this meanwhile. Look at what is set now, and change it again',
};

export type AtProviderProblem = Told<typeof PROVIDER>;

/** The problem as sentences, without the last full stop. */
export function providerProblemText(problem: AtProviderProblem): string {
  return told(PROVIDER, problem);
}
