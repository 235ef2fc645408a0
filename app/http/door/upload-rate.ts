// How many files one person may send in an hour: far more than anyone attaches, and few enough that nobody
// keeps the service busy with looking at files.
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

const HOUR_SECONDS = 3600;

/** Counts one more file of a person; the seconds that they must wait, 0 = they may send it. */
export type UploadRate = (person: string) => Promise<number>;

/** The count, in the memory of this process. */
export function createUploadRate(perHour: number): UploadRate {
  const limiter = new RateLimiterMemory({ points: perHour, duration: HOUR_SECONDS });
  return async (person) => {
    try {
      await limiter.consume(person);
      return 0;
    } catch (counted) {
      // The limiter rejects with what it has counted where the limit is reached.
      if (!(counted instanceof RateLimiterRes)) throw counted;
      return Math.max(1, Math.ceil(counted.msBeforeNext / 1000));
    }
  };
}
