// What became of the demo's submissions, as written in reviews.yaml: a panel, rounds, and for each
// submission its review as far as it has come. Days are counted from the day the demo is made.
import { z } from 'zod';
import { OUTCOMES } from '#app/domain/review/decided-outcome.ts';
import { SEATS } from '#app/domain/review/panel-size.ts';

const text = z.string().trim().min(1);
const past = z.int().max(-1);
const email = z.email().toLowerCase();

const mark = z.strictObject({
  rating: z.int().min(0),
  /** '' = not written yet. */
  reason: z.string(),
});
const agreedMark = mark.extend({
  commendation: z.string().default(''),
  recommendation: z.string().default(''),
  requirement: z.string().default(''),
});

const member = z.strictObject({
  person: email,
  /** The conflict of interest that they declared; without it they declared that there is none. */
  conflict: text.optional(),
  /** The day on which the ratings were sealed; without it they are not. */
  rated: past.optional(),
  otherwise: text.optional(),
  criteria: z.record(z.string(), mark).default({}),
});

const discussion = z.strictObject({
  opened: past,
  notes: z.array(z.strictObject({ person: email, criterion: text, text })).default([]),
  otherwise: text.optional(),
  criteria: z.record(z.string(), agreedMark),
});

const decision = z.strictObject({
  on: past,
  outcome: z.enum(OUTCOMES),
  level: text.optional(),
  revisionsDue: z.int().min(1).optional(),
  summary: text,
  /** The day on which the award went into the register. */
  published: past.optional(),
});

const review = z.strictObject({
  opened: past,
  ratingsDue: z.int(),
  members: z.array(member),
  discussion: discussion.optional(),
  decision: decision.optional(),
});

/** reviews.yaml */
export const reviewsFile = z.strictObject({
  panel: z.strictObject({
    name: text,
    seats: z.array(
      z.strictObject({
        person: email,
        seat: z.enum(SEATS),
        statistics: z.boolean().default(false),
      }),
    ),
  }),
  rounds: z.array(z.strictObject({ name: text, charter: text, opens: past, closes: z.int() })),
  submissions: z.array(
    z.strictObject({
      /** The file of the assessment. */
      file: text,
      /** The name of its round. */
      round: text,
      started: past,
      submitted: past,
      review: review.optional(),
    }),
  ),
});

export type DemoReviews = z.output<typeof reviewsFile>;
export type DemoSubmission = DemoReviews['submissions'][number];
export type DemoReview = z.output<typeof review>;

/** Everybody who is named. */
export function peopleIn({ panel, submissions }: DemoReviews): readonly string[] {
  const reviews = submissions.flatMap((one) => one.review ?? []);
  return [
    ...panel.seats,
    ...reviews.flatMap(({ members, discussion: talk }) => [...members, ...(talk?.notes ?? [])]),
  ].map(({ person }) => person);
}
