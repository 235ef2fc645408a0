// What an organisation has still to answer for the rounds that its departments are in: it waits for leads of the whole
// organisation.
import { londonDay } from '#app/domain/london-day.ts';
import { type Actor } from '#app/domain/policy/actor.ts';
import { mayWithAssessment, ORGANISATION_ITSELF } from '#app/domain/policy/assessment.ts';
import type { ChosenRound } from './reader-standing.ts';
import type { Waiting } from './waiting-for.ts';

/** One draft of a department, as it stands with its organisation’s answers. */
export type AwaitingDraft = {
  /** The organisation’s id and its name. */
  readonly organisation: string;
  readonly name: string;
  /** id@version */
  readonly charter: string;
  readonly round: ChosenRound | null;
  /** The id of the set of answers; null = it is not begun. */
  readonly set: string | null;
  readonly all: number;
  /** How many of the organisation’s criteria nobody has answered. */
  readonly left: number;
};

/** Once for each organisation, version and round that is not over; nothing for whoever may not answer. */
export function organisationWaits(
  actor: Actor,
  drafts: readonly AwaitingDraft[],
): readonly Waiting[] {
  const due = drafts.filter(
    ({ organisation, round, left }) =>
      left > 0 &&
      round !== null &&
      round.state !== 'closed' &&
      mayWithAssessment(actor, 'answer', { organisation, department: ORGANISATION_ITSELF }),
  );
  const once = new Map(
    due.map((draft) => [[draft.organisation, draft.charter, draft.round?.name].join(' '), draft]),
  );
  return [...once.values()].flatMap(({ organisation, name, round, set, all, left }) =>
    round === null
      ? []
      : [
          {
            what: 'organisation',
            organisation,
            assessment: set ?? '',
            label: name,
            round: round.name,
            left,
            all,
            on: londonDay(round.closesAt),
            late: false,
          } as const,
        ],
  );
}
