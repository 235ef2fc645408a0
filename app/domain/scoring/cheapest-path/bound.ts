// What no answer can cost less than: prices for a point of the whole and of each section (the multipliers
// of the linear relaxation, in which a raise may be taken in part). A plan that already costs more above
// its price than an answer may is left out of the search (option-table.ts), which stays exact: with any prices at
// all the bound holds, and with good ones it leaves out nearly everything.
import { costOf, type Option, type Question } from './option.ts';

export type Prices = {
  /** For a point of the whole. */
  readonly whole: number;
  /** For each section, what a point costs more there until it has what it needs. */
  readonly sections: readonly number[];
};

type Slice = { readonly gain: number; readonly price: number };

/** The prices at which the needs of the whole and of every section are just met by parts of raises. */
export function pricesOf({ parts, short }: Question): Prices {
  const bought = parts.map((part) => {
    const slices = part.criteria
      .flatMap(slicesOf)
      .toSorted((one, other) => one.price - other.price);
    return buy(slices, part.least);
  });
  const missing = short - parts.reduce((sum, { least }) => sum + least, 0);
  const rest = bought.flatMap(({ left }) => left).toSorted((one, other) => one.price - other.price);
  const whole = buy(rest, missing).price;
  return { whole, sections: bought.map(({ price }) => Math.max(0, price - whole)) };
}

/** The cost of a criterion's cheapest option where every point is paid at this price. */
export function atPrice(options: readonly Option[], price: number): number {
  return Math.min(...options.map((option) => costOf(option) - price * option.gain));
}

/** The cheapest slices that gain as much as needed: the price of the last, and what is left of them. */
function buy(slices: readonly Slice[], needed: number) {
  let missing = needed;
  let price = 0;
  const left: Slice[] = [];
  for (const slice of slices) {
    const taken = Math.min(Math.max(0, missing), slice.gain);
    if (taken > 0) price = slice.price;
    missing -= taken;
    if (taken < slice.gain) left.push({ ...slice, gain: slice.gain - taken });
  }
  return { price, left };
}

/** The raises of a criterion one after the other, as far as a longer one is not cheaper by the point. */
function slicesOf(options: readonly Option[]): readonly Slice[] {
  const hull: Option[] = [];
  for (const option of options) {
    while (hull.length > 1 && !bends(hull, option)) hull.pop();
    hull.push(option);
  }
  return hull.slice(1).map((option, index) => sliceBetween(hull[index] ?? option, option));
}

function bends(hull: readonly Option[], next: Option): boolean {
  const [last, before] = [hull.at(-1), hull.at(-2)];
  if (last === undefined || before === undefined) return true;
  return sliceBetween(before, last).price < sliceBetween(last, next).price;
}

function sliceBetween(from: Option, to: Option): Slice {
  const gain = to.gain - from.gain;
  return { gain, price: (costOf(to) - costOf(from)) / gain };
}
