// A browser without a browser that goes through an organisation's provider and comes back.
import { type Answer, unescaped, type Visitor, visitor, withDatabase } from './http.ts';
import { PASSWORD } from './people.ts';
import { CLIENT_ID, CLIENT_SECRET, type OidcProvider } from './oidc-provider.ts';

/** Where a page sends the browser by itself; throws with what the page says where it does not. */
export function wayIn({ status, text }: Answer): string {
  const [, url] = /http-equiv="refresh" content="0; url=([^"]+)"/i.exec(text) ?? [];
  if (url === undefined) throw new Error(`${status}, and it leads nowhere: ${wordsIn(text)}`);
  return unescaped(url);
}

/** What a page says in its main part. */
export function wordsIn(text: string): string {
  const main = /<main[^>]*>(.*)<\/main>/s.exec(text)?.[1] ?? text;
  return unescaped(main.replaceAll(/<[^>]+>/g, ' '))
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Signs in at the provider; the address with which it sends the browser back, without the origin. */
export async function throughProvider(
  url: string,
  { issuer }: Pick<OidcProvider, 'issuer'>,
  at: Visitor = visitor({ origin: issuer }),
): Promise<string> {
  let next = url;
  for (let step = 0; step < 8; step += 1) {
    const { pathname, search } = new URL(next);
    const answer = await at.get(`${pathname}${search}`);
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`the provider says ${answer.status} ${answer.text}`);
    next = new URL(location, next).href;
    if (!next.startsWith(issuer)) return next.slice(new URL(next).origin.length);
  }
  throw new Error('the provider leads nowhere');
}

/** The form of the settings of an organisation's provider. */
export function settingsOf(provider: Pick<OidcProvider, 'issuer'>) {
  return {
    intent: 'save',
    version: '0',
    name: 'Northfield sign-in',
    issuer: provider.issuer,
    clientId: CLIENT_ID,
    clientSecret: CLIENT_SECRET,
    provesTwoFactors: 'mfa',
    password: PASSWORD,
    required: 'no',
  } as const;
}

/** Makes somebody a lead of their whole organisation. */
export function leadOfAll(folder: string, email: string): void {
  withDatabase(folder, (database) =>
    database
      .prepare(
        "insert into memberships (id, user_id, organisation_id, department_id, role) select 'whole ' || u.id, u.id, m.organisation_id, null, 'assessment-lead' from user u join memberships m on m.user_id = u.id where u.email = ? limit 1",
      )
      .run(email),
  );
}
