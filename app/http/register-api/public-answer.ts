// Answers that programs read, for anyone: told apart by an ETag, kept for a while, readable from pages of
// other sites. They hold nothing that depends on who asks (catalogue 3.6).
import { createHash } from 'node:crypto';
import { holdsTag } from '#app/http/door/entity-tag.ts';

export type PublicBody = {
  readonly body: string;
  readonly type: string;
  /** Seconds for which anyone may keep it. */
  readonly keep?: number;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Pages of other sites may read the answer, and these headers of it; never with anyone's cookie. */
export const FOR_OTHER_SITES = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'ETag, Link, RateLimit, RateLimit-Policy, Retry-After',
};

const KEEP_SECONDS = 60;

/** The body, or 304 where the asker has it already. */
export function publicAnswer(
  request: Request,
  { body, type, keep = KEEP_SECONDS, headers = {} }: PublicBody,
): Response {
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const common = {
    ETag: tag,
    'Cache-Control': `public, max-age=${keep}`,
    ...FOR_OTHER_SITES,
  };
  if (holdsTag(request.headers.get('if-none-match') ?? '', tag)) {
    return new Response(null, { status: 304, headers: common });
  }
  return new Response(body, { headers: { ...common, ...headers, 'Content-Type': type } });
}

/** The same for a value as JSON. */
export function publicJson(
  request: Request,
  value: unknown,
  given: Partial<Omit<PublicBody, 'body'>> = {},
): Response {
  return publicAnswer(request, {
    type: 'application/json; charset=utf-8',
    ...given,
    body: JSON.stringify(value),
  });
}
