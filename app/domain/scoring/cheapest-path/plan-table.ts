// The shape of a table of plans (option-table.ts makes them), and which plans one keeps.
import type { States } from './demand.ts';
import type { Option } from './option.ts';

export type Table = {
  /** Rising: plans of one state stand together. */
  readonly state: Int32Array;
  /** Rising within a state. A plan that has more of something is always less preferred. */
  readonly gain: Int32Array;
  readonly cost: Float64Array;
  /** Rank of the set of changed positions: lower is lexicographically earlier. */
  readonly set: Float64Array;
  /** Rank of the raises among plans with the same set: lower is preferred. */
  readonly raises: Float64Array;
  /** Every `set`, and every rank in `raises`, is below these numbers. */
  readonly setSpan: number;
  readonly raisesSpan: number;
  readonly trace: Trace;
};

/** How each plan came about, for reading its raises back. */
export type Trace =
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'criterion';
      readonly options: readonly Option[];
      readonly option: Int32Array;
      readonly later: Trace;
      readonly plan: Int32Array;
    }
  | {
      readonly kind: 'section';
      readonly earlier: Trace;
      readonly first: Int32Array;
      readonly later: Trace;
      readonly second: Int32Array;
    };

/** Which plans of a run are kept: those that cost at most so much above what an answer costs at least. */
export type Allowed = {
  /** The price of a point, and what it costs more until there are `least` of them (bound.ts). */
  readonly price: number;
  readonly more: number;
  readonly least: number;
  /** What plans of this run cost at least, with every point paid. */
  readonly base: number;
  readonly most: number;
  /** Gains above this count as this. */
  readonly enough: number;
  readonly states: States;
};

/** The table of no criteria at all. */
export const nothing: Table = {
  state: Int32Array.of(0),
  gain: Int32Array.of(0),
  cost: Float64Array.of(0),
  set: Float64Array.of(0),
  raises: Float64Array.of(0),
  setSpan: 1,
  raisesSpan: 1,
  trace: { kind: 'nothing' },
};
