// Seats of a panel in words, and what the chair is told who wants one filled anew.
import type { PanelSeat, Seat } from '#app/domain/review/panel-size.ts';
import type { RequestAnswer } from '#app/domain/review/replacement.ts';

const SEAT_TEXT: Readonly<Record<Seat, string>> = {
  chair: 'Chair',
  reviewer: 'Reviewer',
  observer: 'Observer',
};

/** A seat in words, with the qualification of who sits in it. */
export function seatText({ seat, statistics }: PanelSeat): string {
  return statistics ? `${SEAT_TEXT[seat]}, qualified in statistics` : SEAT_TEXT[seat];
}

/** The answer in words; {name} and {replacement} are those of people. */
export function answerText(answer: RequestAnswer, name: string, replacement: string): string {
  switch (answer) {
    case 'waiting':
      return 'The administrators have your request. You are answered when somebody else has accepted the seat, or when the discussion opens.';
    case 'taken':
      return `${replacement} has taken the seat of ${name}, and rates.`;
    case 'not-accepted':
      return `${replacement} was asked to take the seat of ${name}, and had not accepted when the discussion opened.`;
    case 'sealed':
      return `${name} had sealed their ratings, so nobody took the seat.`;
    case 'not-replaced':
      return `Nobody took the seat of ${name} before the discussion opened.`;
    default:
      return answer satisfies never;
  }
}
