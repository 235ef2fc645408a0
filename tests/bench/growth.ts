// How pages hold up as an installation grows: each on 40 submissions, on 400 and on 4,000 with 160,000 answers, our own
// department as it is. What a page shows is the same, so that it may take no longer than half as much again.
import type { Services } from '#app/services.server.ts';
import { grow } from '#tests/support/grown.ts';
import { GROWN_PAGES } from '#tests/support/grown-pages.ts';
import { testServices } from '#tests/support/services.ts';
import { compare } from './compare.ts';

const SIZES = [40, 400, 4000] as const;
const OWN = 8;
const ROUNDS = 100;
const MOST = 1.5;

const PAGES = [
  'home',
  'task list',
  'where we stand',
  'activity',
  'desk',
  'workload',
  'a chair’s reviews',
  'calendar of a lead',
  'calendar without an assessment',
  '/awards.csv of one organisation',
] as const;

/** Prints the median of every page at each size; throws where one grows. */
export async function benchGrowth(): Promise<void> {
  const grown: Services[] = [];
  for (const submissions of SIZES) {
    const services = await testServices();
    grow(services, { submissions, own: OWN });
    grown.push(services);
  }
  const columns = SIZES.map((size) => `ms at ${size}`);
  const works = PAGES.map((page) => [page, GROWN_PAGES[page]] as const);
  const ratios = await compare(['page, by submissions', ...columns], grown, works, ROUNDS);
  for (const services of grown) services.close();
  const slow = [...ratios].filter(([, ratio]) => ratio > MOST).map(([page]) => page);
  if (slow.length > 0) throw new Error(`these grow with what they do not show: ${slow.join(', ')}`);
}
