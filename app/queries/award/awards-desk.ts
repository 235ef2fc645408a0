// Awards as charter administrators see them: what waits for publication, what is objected to, and for one
// award exactly what becomes public.
import { GROUNDS } from '#app/domain/award/objection.ts';
import { checkPublish } from '#app/domain/award/publication.ts';
import { EVERYTHING } from '#app/domain/award/register-words.ts';
import { smallNumbersIn } from '#app/domain/award/small-numbers.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import type { DecisionRecord } from '#app/domain/formats/decision-record.ts';
import { mayWithAwards } from '#app/domain/policy/award.ts';
import type { Services } from '#app/services.server.ts';
import {
  type AwardRow,
  listUnpublished,
  loadAwardByNumber,
} from '#db/repositories/award/award-rows.ts';
import { hasOpenAppeal } from '#db/repositories/review/decisions.ts';
import { loadNames } from '#db/repositories/people/names.ts';
import { listObjections, listOpenObjections } from '#db/repositories/award/objections.ts';
import { loadRecord } from '#app/doors/kept-record.ts';
import { sentReports } from './award-reports.ts';
import { awardView } from './award-page.ts';
import { newReports } from './new-reports.ts';
import { registerEntries } from './register-entry.ts';
import { findEntries } from './register-page.ts';

type Given = Pick<Services, 'engine' | 'library' | 'clock'>;

const NEWEST = 20;

/** The list; null for anyone who is no administrator. */
export async function awardsDesk(services: Given, actor: Actor, today: string) {
  if (!mayWithAwards(actor, 'see-unpublished')) return null;
  const { engine, library, clock } = services;
  const at = clock().toISOString();
  const waiting = (await listUnpublished(engine.db)).map((row) => ({ ...row, publishedAt: at }));
  const search = { filter: EVERYTHING, after: null, size: NEWEST, today };
  return {
    waiting: await registerEntries({ db: engine.db, library, today }, waiting),
    newest: (await findEntries(services, search)).entries,
    objections: await listOpenObjections(engine.db),
    reports: await newReports(engine.db),
  };
}

export type AwardsDesk = NonNullable<Awaited<ReturnType<typeof awardsDesk>>>;

/** One award, published or not, as it is or would be seen; null where there is none, or for others. */
export async function awardDesk(
  services: Given & Pick<Services, 'unshownWords'>,
  actor: Actor,
  { number, today }: { readonly number: string; readonly today: string },
) {
  if (!mayWithAwards(actor, 'see-unpublished')) return null;
  const { engine, clock } = services;
  const award = await loadAwardByNumber(engine.db, number);
  if (award === null) return null;
  const publishedAt = award.publishedAt ?? clock().toISOString();
  const view = await awardView(services, { ...award, publishedAt }, today);
  const objections = await listObjections(engine.db, award.id);
  const record = await loadRecord(engine.db, award.decisionId);
  return (
    view && {
      ...view,
      // The award report has them; the page does not.
      recommendations: record.criteria
        .filter(({ recommendation }) => recommendation !== '')
        .map(({ criterion, recommendation }) => ({ criterion, text: recommendation })),
      reports: await sentReports(engine.db, { award, record }),
      toLookAt: toLookAt(record),
      unshown: services.unshownWords(record),
      ...(await standingOf(services, award)),
      objections: objections.map(({ id, name, email, ground, text, madeAt, ...closed }) => ({
        id,
        name,
        email,
        ground: GROUNDS.find((known) => known === ground) ?? null,
        text,
        madeAt,
        outcome: closed.outcome,
        outcomeReason: closed.outcomeReason,
        closedAt: closed.closedAt,
      })),
    }
  );
}

/** Where it stands on its way into the register and out of it, and who took it there. */
async function standingOf({ engine: { db } }: Pick<Services, 'engine'>, award: AwardRow) {
  const { publishedAt, publishedBy, withdrawnAt, withdrawnBy } = award;
  const people = [publishedBy, withdrawnBy].filter((id) => id !== null);
  const names = await loadNames(db, people);
  const appealOpen = await hasOpenAppeal(db, award.decisionId);
  const published = checkPublish(award, { appealOpen });
  return {
    mayPublish: published.ok,
    /** It waits for the answer to an appeal. */
    appealOpen: !published.ok && published.problem.code === 'appeal-open',
    mayWithdraw: publishedAt !== null && withdrawnAt === null,
    publishedAt,
    publishedBy: names.get(publishedBy ?? '') ?? null,
    withdrawnBy: names.get(withdrawnBy ?? '') ?? null,
  };
}

/** The narratives with small numbers in them, which may count people. */
function toLookAt({ content }: DecisionRecord) {
  return Object.entries(content.answers ?? {}).flatMap(([criterion, { narrative }]) => {
    const numbers = smallNumbersIn(narrative ?? '');
    return numbers.length === 0 ? [] : [{ criterion, numbers }];
  });
}

export type AwardDesk = NonNullable<Awaited<ReturnType<typeof awardDesk>>>;
