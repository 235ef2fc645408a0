// What waits for somebody, in one sentence each: what to do, which leads there, and what there is to know of it.
import type { Waiting } from '#app/domain/home/waiting-for.ts';
import { dayOf, dayText } from '#words/kit/time.ts';

export const WAITING = {
  title: 'Waiting for you',
  nothing: 'Nothing waits for you.',
} as const;

export type WaitingText = {
  /** What the link says. */
  readonly act: string;
  /** What follows it, with the full stop. */
  readonly rest: string;
};

/** The sentence in two parts. */
export function waitingText(one: Waiting): WaitingText {
  return { act: actText(one), rest: restText(one) };
}

function actText(one: Waiting): string {
  const { label } = one;
  switch (one.what) {
    case 'sign':
      return `Sign ${label}, or send it back`;
    case 'revise':
      return one.begun ? `Revise ${fewOf(one.criteria)} of ${label}` : `Begin to revise ${label}`;
    case 'sent-back':
      return `Change ${label} as ${one.by ?? 'the sponsor'} asks`;
    case 'submit':
      return `Submit ${label}`;
    case 'report':
      return `Report on year ${one.year} of ${label}`;
    case 'write':
      return `Write ${fewOf(one.criteria)} of ${label}`;
    case 'closing':
      return `Finish ${label} for ${one.round}`;
    case 'organisation':
      return `Answer what ${label} answers once for ${one.round}`;
    case 'look':
      return `Look at ${fewOf(one.criteria)} of ${label}, as asked`;
    case 'sent-back-to-you':
      return `Change ${fewOf(one.criteria)} of ${label}, which was sent back to you,`;
    case 'mentioned':
      return `Answer ${comments(one.count)} to you on ${fewOf(one.criteria)} of ${label}`;
    case 'comments':
      return `Read ${comments(one.count)} on your ${fewOf(one.criteria)} of ${label}`;
    default:
      return one satisfies never;
  }
}

function restText(one: Waiting): string {
  const due = dueText(one);
  if (one.what === 'sign') {
    return `${due}. ${one.by ?? 'The assessment lead'} asked on ${dayOf(one.askedAt)}.`;
  }
  if (one.what === 'organisation') return `${due}: ${one.left} of ${one.all} are not answered.`;
  if (one.what !== 'closing') return `${due}.`;
  if (one.left === 0) return `${due}: every criterion is ready.`;
  return `${due}: ${one.left === 1 ? 'one criterion is' : `${one.left} criteria are`} not ready.`;
}

function dueText({ on, late }: Waiting): string {
  if (on === null) return '';
  return late ? `, which was due by ${dayText(on)}` : ` by ${dayText(on)}`;
}

function comments(count: number): string {
  return count === 1 ? 'a comment' : `${count} comments`;
}

const SHOWN = 3;

/** 'G1', 'G1 and G2', 'G1, G2, G3 and 4 more'. */
function fewOf(ids: readonly string[]): string {
  const more = ids.length - SHOWN;
  if (more > 1) return `${ids.slice(0, SHOWN).join(', ')} and ${more} more`;
  const last = ids.at(-1) ?? '';
  return ids.length < 2 ? last : `${ids.slice(0, -1).join(', ')} and ${last}`;
}
