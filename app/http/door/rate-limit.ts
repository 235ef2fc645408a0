// How often one address may ask what programs read: enough to read the whole register, not enough to slow
// it for others (SEC-88). Each answer says what is left, in the fields of draft-ietf-httpapi-ratelimit-headers.
import { DOOR } from '#words/kit/door-words.ts';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { AskedDoor } from './door.ts';
import { apiProblem } from '#app/http/register-api/public-api.ts';

/** Requests of one address in so many seconds; a whole trust may be behind one address. */
export const API_LIMIT = { requests: 300, seconds: 60 };

const NAME = '"register"';

type Asked = { readonly address: string; readonly door: AskedDoor };
type RateLimit = (asked: Asked, answer: () => Promise<Response>) => Promise<Response>;

/** The answer, or 429, by address in the memory of this process; what has no limit is not counted. */
export function createRateLimit({ requests, seconds } = API_LIMIT): RateLimit {
  const limiter = new RateLimiterMemory({ points: requests, duration: seconds });
  return async ({ address, door }, answer) => {
    if (door.limited !== true) return answer();
    const { allowed, counted } = await consume(limiter, address);
    const wait = Math.ceil(counted.msBeforeNext / 1000);
    const response = allowed ? await answer() : refusal({ requests, seconds, wait });
    response.headers.set('RateLimit-Policy', `${NAME};q=${requests};w=${seconds}`);
    response.headers.set('RateLimit', `${NAME};r=${counted.remainingPoints};t=${wait}`);
    return response;
  };
}

function refusal({ requests, seconds, wait }: typeof API_LIMIT & { wait: number }): Response {
  const detail = DOOR.tooMany(requests, seconds, wait);
  const response = apiProblem(429, detail);
  response.headers.set('Retry-After', String(wait));
  return response;
}

async function consume(limiter: RateLimiterMemory, address: string) {
  try {
    return { allowed: true, counted: await limiter.consume(address) };
  } catch (counted) {
    // The limiter rejects with what it has counted where the limit is reached.
    if (!(counted instanceof RateLimiterRes)) throw counted;
    return { allowed: false, counted };
  }
}
