// The addresses of pages, as pages, redirects and letters name them: a path of app/routes.ts with its
// parameters. An address that no route has does not compile.
import { href } from 'react-router';
import { TOKEN } from '#app/domain/letters/letter.ts';

/** The address of a page of the service; parameters are encoded. */
export const addressOf: typeof href = href;

type TokenPath = Extract<Parameters<typeof href>[0], `${string}/:token`>;

/** The address of a page behind a token, in a letter whose token is made as it is sent. */
export function addressWithToken(path: TokenPath): string {
  return path.replace(':token', TOKEN);
}
