// Letters to the members of a panel in the course of a review. None before the discussion is open tells
// anybody who has sealed: what goes to several says the same to each of them.
import { addressOf } from '#app/addresses.ts';
import { letterOf, type LetterContent } from '#words/letters/letter.ts';
import {
  answeredBy,
  answerTo,
  filling,
  isUnanswered,
  type RequestAnswer,
} from '#app/domain/review/replacement.ts';
import { isAwaited, takesPart } from '#app/domain/review/standing.ts';
import type { Services } from '#app/services.server.ts';
import { loadPerson } from '#db/repositories/accounts/sign-in-rows.ts';
import { queueLetter } from '#db/repositories/letters/outbox-rows.ts';
import { listSeatChanges, type SeatChange } from '#db/repositories/review/seat-changes.ts';
import type { Write } from '#db/store.ts';
import { decidersIn, type ReviewMember } from '#app/doors/enter-review.ts';
import {
  allSealedWords,
  discussionOpenWords,
  requestAnswered,
  tooLateWords,
} from '#words/review/review-letters.ts';

type Given = Pick<Services, 'engine' | 'config' | 'newId' | 'clock'>;

/** The same words to each of these people of a review. */
export function lettersInReview(
  { newId, clock }: Given,
  people: readonly { readonly userId: string; readonly email: string }[],
  { key, ...content }: Omit<LetterContent, 'recipient'>,
): readonly Write[] {
  const at = clock().toISOString();
  return people.map(({ userId, email }) =>
    queueLetter(newId(), letterOf({ ...content, key: `${key} ${userId}`, recipient: email }), at),
  );
}

type Opened = {
  readonly reviewId: string;
  readonly department: string;
  readonly members: readonly ReviewMember[];
};

/** That the discussion is open: to all who take part, and to those who do not because they had not sealed. */
export function discussionLetters(services: Given, opened: Opened): readonly Write[] {
  const { reviewId, department, members } = opened;
  const late = members.filter(({ standing }) => isAwaited(standing));
  const part = members.filter(({ standing }) => takesPart(standing) && !isAwaited(standing));
  const declared = part.filter(({ standing }) => standing.kind === 'cleared');
  const key = `discussion ${reviewId} ${services.newId()}`;
  const { origin } = services.config;
  const discussion = addressOf('/reviews/:review/discussion', { review: reviewId });
  return [
    ...lettersInReview(services, declared, {
      key,
      ...discussionOpenWords({ department, url: `${origin}${discussion}` }),
    }),
    ...lettersInReview(services, late, {
      key,
      ...tooLateWords(`${services.config.origin}${addressOf('/reviews')}`),
    }),
  ];
}

/** To the chair, once nobody is waited for any more; none before. */
export function allSealedLetter(
  services: Given,
  { reviewId, department, members }: Opened,
): readonly Write[] {
  if (members.some(({ standing }) => isAwaited(standing))) return [];
  const chairs = decidersIn(members).filter(({ seat }) => seat === 'chair');
  return lettersInReview(services, chairs, {
    key: `all sealed ${reviewId} ${services.newId()}`,
    ...allSealedWords({
      department,
      url: `${services.config.origin}${addressOf('/reviews/:review', { review: reviewId })}`,
    }),
  });
}

/** Answers to the chair’s requests that were waiting when the discussion opened. */
export async function answersAtDiscussion(
  services: Given,
  { reviewId, members }: Opened,
): Promise<readonly Write[]> {
  const changes = await listSeatChanges(services.engine.db, reviewId);
  const sealed = new Set(decidersIn(members).map(({ userId }) => userId));
  const letters = changes.map((asked) => {
    const taken = filling(changes, asked);
    if (!isUnanswered(asked, taken)) return [];
    const replacement = taken && { accepted: false };
    const answer = answerTo({
      phase: 'discussion',
      sealed: sealed.has(asked.memberId),
      replacement,
    });
    return answerLetter(services, asked, { answer, by: taken?.replacement ?? '' });
  });
  return (await Promise.all(letters)).flat();
}

/** The answer to the chair who asked, as whoever took the seat accepts it. */
export async function answerOnAccepting(
  services: Given,
  { reviewId, userId }: { readonly reviewId: string; readonly userId: string },
): Promise<readonly Write[]> {
  const changes = await listSeatChanges(services.engine.db, reviewId);
  const taken = changes.find(
    ({ replacementId, acceptedAt }) => replacementId === userId && acceptedAt === null,
  );
  const asked = taken === undefined ? null : answeredBy(changes, taken);
  return asked === null
    ? []
    : answerLetter(services, asked, { answer: 'taken', by: taken?.replacement ?? '' });
}

type Answered = { readonly answer: RequestAnswer; readonly by: string };

async function answerLetter(
  services: Given,
  { id, reviewId, askedBy, name }: SeatChange,
  { answer, by }: Answered,
): Promise<readonly Write[]> {
  const chair = askedBy === null ? null : await loadPerson(services.engine.db, askedBy);
  if (chair === null) return [];
  return lettersInReview(services, [{ userId: chair.id, email: chair.email }], {
    key: `seat answered ${id} ${services.newId()}`,
    ...requestAnswered({
      answer,
      name,
      by,
      url: `${services.config.origin}${addressOf('/reviews/:review', { review: reviewId })}`,
    }),
  });
}
