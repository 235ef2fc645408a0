// Assessments that are on their way to a round, with when it closes for them.
import { and, asc, eq, inArray, isNull, ne } from 'drizzle-orm';
import type { Db } from '#db/store.ts';
import { assessments, rounds } from '#db/tables.ts';
import { extensions } from '#db/tables-together.ts';

/** Every assessment with a round that has not been submitted, and the closing times of its extensions. */
export async function listOnTheWay(db: Db) {
  const heads = await db
    .select({ assessment: assessments, round: rounds })
    .from(assessments)
    .innerJoin(rounds, eq(rounds.id, assessments.roundId))
    .where(and(ne(assessments.state, 'submitted'), isNull(assessments.discardedAt)))
    .orderBy(asc(rounds.closesAt), asc(assessments.id));
  const later = await db
    .select({
      assessmentId: extensions.assessmentId,
      roundId: extensions.roundId,
      closesAt: extensions.closesAt,
    })
    .from(extensions)
    .where(
      inArray(
        extensions.assessmentId,
        heads.map(({ assessment }) => assessment.id),
      ),
    );
  return heads.map(({ assessment, round }) => ({
    assessment,
    round,
    extensions: later.filter(
      ({ assessmentId, roundId }) => assessmentId === assessment.id && roundId === round.id,
    ),
  }));
}

export type OnTheWay = Awaited<ReturnType<typeof listOnTheWay>>[number];
