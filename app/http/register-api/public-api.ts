// The manners of the interface for programs: a query is read strictly, refusals are problem+json
// (RFC 9457), the next page is an address.
import { API_TITLES, DOOR } from '#words/kit/door-words.ts';
import type { z } from 'zod';
import type { Services } from '#app/services.server.ts';
import { placeOf, placeText, type RegisterPlace } from '#app/domain/award/register-place.ts';
import { ok, refused, type Result } from '#app/domain/problem.ts';
import { FOR_OTHER_SITES } from './public-answer.ts';

/** Where the service is found, and under what licence its register may be used. */
export type RegisterTerms = Pick<Services['config'], 'origin' | 'registerLicence'>;

/** A refusal that programs can read, from pages of other sites, too. */
export function apiProblem(status: keyof typeof API_TITLES, detail: string): Response {
  const body = { type: 'about:blank', title: API_TITLES[status], status, detail };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': 'application/problem+json',
      ...FOR_OTHER_SITES,
      'Cache-Control': 'no-store',
    },
  });
}

/** The query of an address under a shape, or the refusal that names what is wrong. */
export function readQuery<Schema extends z.ZodType>(
  { url }: Pick<Request, 'url'>,
  schema: Schema,
): Result<z.output<Schema>, Response> {
  const asked = [...new URL(url).searchParams];
  const names = asked.map(([name]) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return refused(apiProblem(400, DOOR.givenTwice(twice)));
  const parsed = schema.safeParse(Object.fromEntries(asked));
  if (parsed.success) return ok(parsed.data);
  const wrong = parsed.error.issues.map(({ path, message }) =>
    [path.join('.'), message].filter(Boolean).join(': '),
  );
  return refused(apiProblem(400, wrong.join('; ').slice(0, 500)));
}

/** Where the page begins: null = with the newest. */
export function readPlace(after: string | undefined): Result<RegisterPlace | null, Response> {
  if (after === undefined) return ok(null);
  const place = placeOf(after);
  return place === null
    ? refused(apiProblem(400, 'after: not a place in the register'))
    : ok(place);
}

/** The address of the next page: the same query, from another place on. */
export function nextAddress(
  { url }: Pick<Request, 'url'>,
  origin: string,
  next: RegisterPlace | null,
): string | null {
  if (next === null) return null;
  const { pathname, searchParams } = new URL(url);
  searchParams.set('after', placeText(next));
  return `${origin}${pathname}?${searchParams}`;
}

/** The header that says the same, with the licence of what is answered where one is stated. */
export function linkHeader(
  next: string | null,
  { registerLicence }: Pick<RegisterTerms, 'registerLicence'>,
): Readonly<Record<string, string>> {
  const links = [
    ...(next === null ? [] : [`<${next}>; rel="next"`]),
    ...(registerLicence === null ? [] : [`<${registerLicence}>; rel="license"`]),
  ];
  return links.length === 0 ? {} : { Link: links.join(', ') };
}
