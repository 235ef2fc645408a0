// The address of a way: which level, what is left out, how much time there is.
import type { WhereWeStandPage } from '#app/queries/assessment/where-we-stand-page.ts';

type Way = WhereWeStandPage['way'];
type Named = { readonly id: string };

/** The pins but for one. */
export function without(pins: readonly Named[], id: string): readonly Named[] {
  return pins.filter((pin) => pin.id !== id);
}

type Other = { readonly to?: string; readonly pins?: readonly Named[] };

/** The page with this way, or with another level or other pins; the time that was chosen stays. */
export function wayAddress(
  here: string,
  way: Way,
  { to = way.to, pins = way.pins }: Other = {},
): string {
  const { within = null, least = 'effort' } = way.time ?? {};
  const query = new URLSearchParams([
    ['to', to],
    ...pins.map(({ id }) => ['pin', id]),
    ...(within === null ? [] : [['within', String(within)]]),
    ...(least === 'effort' ? [] : [['least', least]]),
  ]);
  return `${here}?${query.toString()}`;
}
