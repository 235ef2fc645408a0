// A way to a level as an address or a form says it.
import { leastOf, WITHIN } from '#app/domain/assessment/scenario.ts';

export function wayIn(asked: URLSearchParams | FormData) {
  const within = Number(asked.get('within') ?? '');
  return {
    to: String(asked.get('to') ?? ''),
    pins: asked.getAll('pin').map(String),
    within: WITHIN.includes(within) ? within : null,
    least: leastOf(String(asked.get('least') ?? '')),
  };
}
