// Letters to those who were promised a closing time and have another now: what it was, what it is for them,
// and why.
import { addressOf } from '#app/addresses.ts';
import { labelOf } from '#app/domain/assessment/draft-name.ts';
import { closesFor } from '#app/domain/assessment/round-times.ts';
import { letterOf, type LetterWords } from '#words/letters/letter.ts';
import { KEEPING_ROLES } from '#app/domain/policy/actor.ts';
import type { Services } from '#app/services.server.ts';
import { queueLetter } from '#db/repositories/letters/outbox-rows.ts';
import { type Holder, holdersAt, listHolders } from '#db/repositories/people/roles.ts';
import {
  listExtensions,
  type listInRound,
  type RoundRow,
} from '#db/repositories/administration/round-rows.ts';
import type { Write } from '#db/store.ts';
import { closingMovedWords, moreTimeWords } from '#words/administration/round-letters.ts';

type Given = Pick<Services, 'engine' | 'config' | 'newId'>;
type InRound = Awaited<ReturnType<typeof listInRound>>[number];

type Moved = {
  readonly round: RoundRow;
  readonly closesAt: string;
  readonly reason: string;
  readonly affected: readonly InRound[];
  readonly at: string;
};

/** One letter to each lead and sponsor of each department in the round. */
export async function closingLetters(
  given: Given,
  { round, closesAt, reason, affected, at }: Moved,
): Promise<readonly Write[]> {
  const extensions = await listExtensions(given.engine.db, { roundId: round.id });
  const extended = Map.groupBy(extensions, ({ assessmentId }) => assessmentId);
  const holders = await keepersOf(given, affected);
  return affected.flatMap((assessment) =>
    lettersTo(given, {
      assessment,
      holders,
      key: `closing ${round.id} ${round.version + 1}`,
      words: (url) =>
        closingMovedWords({
          round: round.name,
          label: labelOf(assessment),
          before: round.closesAt,
          closesAt,
          own: closesFor({ closesAt }, extended.get(assessment.id) ?? []),
          reason,
          isSubmitted: assessment.state === 'submitted',
          url,
        }),
      at,
    }),
  );
}

type Extended = {
  readonly round: RoundRow;
  readonly assessment: InRound;
  readonly key: string;
  /** What it had until now. */
  readonly promised: string;
  readonly closesAt: string;
  readonly reason: string;
  readonly at: string;
};

/** One letter to each lead and sponsor of the department that has more time. */
export async function extensionLetters(
  given: Given,
  { round, assessment, key, promised, closesAt, reason, at }: Extended,
): Promise<readonly Write[]> {
  return lettersTo(given, {
    assessment,
    holders: await keepersOf(given, [assessment]),
    key,
    words: (url) =>
      moreTimeWords({
        round: round.name,
        label: labelOf(assessment),
        before: promised,
        closesAt,
        reason,
        url,
      }),
    at,
  });
}

/** Whoever keeps one of these assessments, read at once. */
function keepersOf({ engine }: Given, assessments: readonly InRound[]) {
  const organisations = assessments.map(({ organisationId }) => organisationId);
  return listHolders(engine.db, { organisations, roles: KEEPING_ROLES });
}

type Told = {
  readonly assessment: InRound;
  readonly holders: readonly Holder[];
  readonly key: string;
  /** With this address of the assessment. */
  readonly words: (page: string) => LetterWords;
  readonly at: string;
};

function lettersTo(
  { config, newId }: Given,
  { assessment, holders, key, words, at }: Told,
): readonly Write[] {
  const people = holdersAt(holders, {
    organisation: assessment.organisationId,
    department: assessment.departmentId,
    roles: KEEPING_ROLES,
  });
  const url = `${config.origin}${addressOf('/assessments/:id', { id: assessment.id })}`;
  return people.map(({ id, email }) =>
    queueLetter(
      newId(),
      letterOf({
        key: `${key} ${assessment.id} ${id}`,
        recipient: email,
        ...words(url),
      }),
      at,
    ),
  );
}
