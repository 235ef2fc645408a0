// Awards as charter administrators see them: what waits for publication, what is objected to, and for one
// award exactly what becomes public.
import { GROUNDS } from '#app/domain/award/objection.ts';
import { checkPublish } from '#app/domain/award/publication.ts';
import { EVERYTHING } from '#app/domain/award/register-words.ts';
import { smallNumbersIn } from '#app/domain/award/small-numbers.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import type { DecisionRecord } from '#app/domain/review/decision-record.ts';
import { mayWithAwards } from '#app/domain/policy/award.ts';
import type { Services } from '#app/services.server.ts';
import { listUnpublished, loadAwardByNumber } from '#db/repositories/awards.ts';
import { loadNames } from '#db/repositories/names.ts';
import { listObjections, listOpenObjections } from '#db/repositories/objections.ts';
import { loadDecisionRecord } from '#db/repositories/register.ts';
import { awardView } from './award-page.ts';
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
  const names = await loadNames(
    engine.db,
    [award.publishedBy, award.withdrawnBy].filter((id) => id !== null),
  );
  const objections = await listObjections(engine.db, award.id);
  const record = await loadDecisionRecord(engine.db, award.decisionId);
  return (
    view && {
      ...view,
      // The award report has them; the page does not.
      recommendations: record.criteria
        .filter(({ recommendation }) => recommendation !== '')
        .map(({ criterion, recommendation }) => ({ criterion, text: recommendation })),
      toLookAt: toLookAt(record),
      unshown: services.unshownWords(record),
      mayPublish: checkPublish(award).ok,
      mayWithdraw: award.publishedAt !== null && award.withdrawnAt === null,
      publishedAt: award.publishedAt,
      publishedBy: names.get(award.publishedBy ?? '') ?? null,
      withdrawnBy: names.get(award.withdrawnBy ?? '') ?? null,
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

/** The narratives with small numbers in them, which may count people. */
function toLookAt({ content }: DecisionRecord) {
  return Object.entries(content.answers ?? {}).flatMap(([criterion, { narrative }]) => {
    const numbers = smallNumbersIn(narrative ?? '');
    return numbers.length === 0 ? [] : [{ criterion, numbers }];
  });
}

export type AwardDesk = NonNullable<Awaited<ReturnType<typeof awardDesk>>>;
