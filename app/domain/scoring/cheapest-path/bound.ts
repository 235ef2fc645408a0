// What no answer can cost less than: prices for a point of the whole and of each section, and for a criterion
// that counts for a demand (the multipliers of the linear relaxation, in which a raise may be taken in part). A plan that already costs more above
// its price than an answer may is left out of the search (option-table.ts), which stays exact: with any prices at
// all the bound holds, and with good ones it leaves out nearly everything.
import { countsFor } from './demand.ts';
import { costOf, type Option, type Question } from './option.ts';

export type Prices = {
  /** For a point of the whole. */
  readonly whole: number;
  /** For each section, what a point costs more there until it has what it needs. */
  readonly sections: readonly number[];
  /** For each demand, what one criterion more that counts for it costs. */
  readonly demands: readonly number[];
};

/** How often the prices of points and of demands are fitted to each other; any prices are right. */
const ROUNDS = 4;

type Slice = { readonly gain: number; readonly price: number };

/** The prices at which the needs of the whole, of every section and of every demand are just met. */
export function pricesOf(question: Question): Prices {
  let demands: readonly number[] = question.demands.map(() => 0);
  let prices = { ...pointPrices(question, demands), demands };
  for (let round = 0; round < ROUNDS && question.demands.some((need) => need > 0); round += 1) {
    demands = demandPrices(question, prices);
    prices = { ...pointPrices(question, demands), demands };
  }
  return prices;
}

function pointPrices({ parts, short }: Question, demands: readonly number[]) {
  const bought = parts.map((part) => {
    const slices = part.criteria
      .flatMap((options) => slicesOf(options, demands))
      .toSorted((one, other) => one.price - other.price);
    return buy(slices, part.least);
  });
  const missing = short - parts.reduce((sum, { least }) => sum + least, 0);
  const rest = bought.flatMap(({ left }) => left).toSorted((one, other) => one.price - other.price);
  const whole = buy(rest, missing).price;
  return { whole, sections: bought.map(({ price }) => Math.max(0, price - whole)) };
}

/** One demand after the other: what the last criterion that it needs costs more than without it. */
function demandPrices(question: Question, { whole, sections, demands }: Prices): readonly number[] {
  const prices = [...demands];
  for (const [demand, need] of question.demands.entries()) {
    const others = prices.map((price, index) => (index === demand ? 0 : price));
    const extra = question.parts.flatMap(({ criteria }, index) => {
      const price = whole + (sections[index] ?? 0);
      return criteria.flatMap((options) => {
        const adding = options.filter(({ adds }) => countsFor(adds, demand));
        const without = options.filter(({ adds }) => !countsFor(adds, demand));
        if (adding.length === 0) return [];
        return atPrice(adding, price, others) - atPrice(without, price, others);
      });
    });
    const last = extra.toSorted((one, other) => one - other)[need - 1] ?? 0;
    prices[demand] = Math.max(0, last);
  }
  return prices;
}

/** The cost of a criterion's cheapest option where every point and every count for a demand is paid. */
export function atPrice(
  options: readonly Option[],
  price: number,
  demands: readonly number[],
): number {
  return Math.min(...options.map((option) => paidCost(option, demands) - price * option.gain));
}

/** What the option costs beyond what it is paid for the demands that it counts for. */
function paidCost(option: Option, demands: readonly number[]): number {
  return demands.reduce(
    (cost, price, demand) => (countsFor(option.adds, demand) ? cost - price : cost),
    costOf(option),
  );
}

/** The cheapest slices that gain as much as needed: the price of the last, and what is left of them. */
function buy(slices: readonly Slice[], needed: number) {
  let missing = needed;
  let price = 0;
  const left: Slice[] = [];
  for (const slice of slices) {
    const taken = Math.min(Math.max(0, missing), slice.gain);
    if (taken > 0) price = Math.max(0, slice.price);
    missing -= taken;
    if (taken < slice.gain) left.push({ ...slice, gain: slice.gain - taken });
  }
  return { price, left };
}

/** The raises of a criterion one after the other, as far as a longer one is not cheaper by the point. */
function slicesOf(options: readonly Option[], demands: readonly number[]): readonly Slice[] {
  const hull: Place[] = [];
  for (const option of options) {
    const place = { gain: option.gain, cost: paidCost(option, demands) };
    while (hull.length > 1 && !bends(hull, place)) hull.pop();
    hull.push(place);
  }
  return hull.slice(1).map((place, index) => sliceBetween(hull[index] ?? place, place));
}

type Place = { readonly gain: number; readonly cost: number };

function bends(hull: readonly Place[], next: Place): boolean {
  const [last, before] = [hull.at(-1), hull.at(-2)];
  if (last === undefined || before === undefined) return true;
  return sliceBetween(before, last).price < sliceBetween(last, next).price;
}

function sliceBetween(from: Place, to: Place): Slice {
  const gain = to.gain - from.gain;
  return { gain, price: (to.cost - from.cost) / gain };
}
