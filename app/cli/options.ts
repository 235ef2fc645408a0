// The options of every verb, read once; a wrong one is a usage error before anything is done.
import { parseArgs } from 'node:util';
import { isDay } from '#app/domain/calendar-entries.ts';
import { QUESTIONS, type Written } from '#app/domain/charter/authoring/questions.ts';
import { CommandFailure, EXIT } from './output.ts';

export type Options = {
  readonly json: boolean;
  readonly force: boolean;
  readonly unverified: boolean;
  readonly erased: string | undefined;
  readonly charter: string | undefined;
  /** The tag of the language that the charter is read in; its own without it. */
  readonly language: string | undefined;
  readonly to: string | undefined;
  readonly toCharter: string | undefined;
  readonly pins: ReadonlySet<string>;
  /** YYYY-MM-DD; the day by which a level is to be reached. */
  readonly by: string | undefined;
  /** What a way is to have the least of. */
  readonly fewest: 'effort' | 'months';
  readonly out: string | undefined;
  readonly from: string | undefined;
  readonly kind: string;
  /** YYYY-MM-DD */
  readonly date: string;
  readonly email: string | undefined;
  readonly name: string | undefined;
  readonly department: string | undefined;
  readonly organisation: string | undefined;
  readonly role: string;
  /** YYYY-MM-DD */
  readonly before: string | undefined;
  /** Heads of the trail as they were printed. */
  readonly heads: readonly string[];
  /** null = not given. */
  readonly scale: { readonly low: number; readonly high: number } | null;
  /** 0 = any that is free. */
  readonly port: number;
  /** To the questions of a new charter. */
  readonly answers: Written;
};

/** What follows the verb, and what the options say; returns the exit code. */
export type Verb = (paths: readonly string[], options: Options) => Promise<number>;

/** The words of the command line, whether help is asked for, and the options. */
export function readOptions(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      force: { type: 'boolean', default: false },
      unverified: { type: 'boolean', default: false },
      erased: { type: 'string' },
      charter: { type: 'string' },
      language: { type: 'string' },
      to: { type: 'string' },
      'to-charter': { type: 'string' },
      pin: { type: 'string', multiple: true },
      by: { type: 'string' },
      fewest: { type: 'string', default: 'effort' },
      out: { type: 'string' },
      from: { type: 'string' },
      kind: { type: 'string', default: 'plan' },
      date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
      email: { type: 'string' },
      name: { type: 'string' },
      before: { type: 'string' },
      head: { type: 'string', multiple: true },
      department: { type: 'string' },
      organisation: { type: 'string' },
      role: { type: 'string', default: 'charter-administrator' },
      scale: { type: 'string' },
      port: { type: 'string', default: '0' },
      ...ANSWERS,
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (!isDay(values.date)) throw usage('--date takes a date such as 2027-03-31');
  const { by, fewest } = values;
  if (by !== undefined && !isDay(by)) throw usage('--by takes a date such as 2027-03-31');
  if (fewest !== 'effort' && fewest !== 'months') throw usage('--fewest is effort or months');
  if (!['plan', 'self-assessment'].includes(values.kind)) {
    throw usage('--kind is plan or self-assessment');
  }
  const { json, force, unverified, erased, charter, language } = values;
  const { to, out, from, kind, date } = values;
  const { email, name, department, organisation, role, before, head: heads = [], help } = values;
  const pins = new Set((values.pin ?? []).flatMap((list) => list.split(',')).filter(Boolean));
  const toCharter = values['to-charter'];
  const people = { email, name, department, organisation, role };
  const texts = { charter, language, to, toCharter, out, from, kind, date, before, ...people };
  const flags = { json, force, unverified, erased };
  const scale = scaleOf(values.scale);
  const port = portOf(values.port);
  const answers = answersIn(values);
  const options: Options = { ...flags, pins, by, fewest, heads, ...texts, scale, port, answers };
  return { positionals, help, options };
}

const TEXT = { type: 'string' } as const;

const ANSWERS = {
  id: TEXT,
  title: TEXT,
  notice: TEXT,
  ratings: TEXT,
  labels: TEXT,
  levels: TEXT,
  sections: TEXT,
  criteria: TEXT,
};

function answersIn(values: Readonly<Partial<Record<keyof typeof ANSWERS, string>>>): Written {
  return Object.fromEntries(
    QUESTIONS.flatMap((question) => {
      const value = values[question];
      return value === undefined ? [] : [[question, value]];
    }),
  );
}

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 65_536;
  if (port > 65_535) throw usage('--port takes a number up to 65535');
  return port;
}

function scaleOf(text: string | undefined): Options['scale'] {
  if (text === undefined) return null;
  const parts = /^(\d{1,3})-(\d{1,3})$/.exec(text);
  const [low, high] = [Number(parts?.[1]), Number(parts?.[2])];
  if (!(low < high)) throw usage('--scale takes the lowest and the highest rating, such as 0-4');
  return { low, high };
}

/** The one path that a verb takes. */
export function only(paths: readonly string[], verb: string): string {
  const [first] = paths;
  if (first === undefined || paths.length > 1) throw usage(`${verb} takes one path`);
  return first;
}

/** A failure of how the command was called. */
export function usage(message: string): CommandFailure {
  return new CommandFailure(EXIT.usage, `${message}. See charter --help.`);
}
