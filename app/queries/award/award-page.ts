// One published award, for anyone: what it is worth, what the panel found, the plan, and what came before
// and after. An award that is not published is not there.
import { publicAward } from '#app/domain/award/public-award.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import { loadRecord } from '#app/doors/kept-record.ts';
import type { Services } from '#app/services.server.ts';
import { listAwardDocuments } from '#db/repositories/award/award-documents.ts';
import {
  listPublishedOf,
  loadPublished,
  type PublishedAward,
} from '#db/repositories/award/register-rows.ts';
import { criterionName, levelOf, ratingText } from '#words/kit/wording.ts';
import { publicProgress, sentReports } from './award-reports.ts';
import { registerEntries } from './register-entry.ts';

type Given = Pick<Services, 'engine' | 'library'>;

/** The page; null where there is no published award of this number. */
export async function awardPage(given: Given, number: string, today: string) {
  const award = await loadPublished(given.engine.db, number);
  return award === null ? null : awardView(given, award, today);
}

/** What the public reads of an award: on its page, and in the preview before it is published. */
export async function awardView(
  { engine: { db }, library }: Given,
  award: PublishedAward,
  today: string,
) {
  const others = (await listPublishedOf(db, award)).filter(({ id }) => id !== award.id);
  const [entry, ...history] = await registerEntries({ db, library, today }, [award, ...others]);
  const found = library.versions.get(award.charter)?.charter ?? null;
  if (entry === undefined) return null;
  const record = await loadRecord(db, award.decisionId);
  return {
    ...entry,
    withdrawnReason: award.withdrawnReason,
    means: found === null ? '' : (levelOf(found, award.level)?.means ?? ''),
    notice: found?.notice ?? '',
    ...contentOf(found, publicAward(record)),
    /** What was last reported of the plan; null = nothing yet. */
    progress: publicProgress(await sentReports(db, { award, record })),
    documents: (await listAwardDocuments(db, award.decisionId)).map(({ kind, size }) => ({
      kind,
      size,
    })),
    history: history.map((other) => ({ ...other, isLater: other.awardedOn > award.awardedOn })),
  };
}

export type AwardPage = NonNullable<Awaited<ReturnType<typeof awardPage>>>;

function contentOf(charter: Charter | null, award: ReturnType<typeof publicAward>) {
  const titleOf = (id: string) => (charter === null ? id : criterionName(charter, id));
  const sections = award.sections.map(({ id, percent }) => {
    const section = charter?.sections.find((one) => one.id === id);
    const inside = new Set(section?.criteria.map((criterion) => criterion.id));
    return {
      id,
      title: section?.title ?? id,
      percent,
      criteria: award.criteria
        .filter(({ criterion }) => inside.has(criterion))
        .map((one) => ({
          ...one,
          title: titleOf(one.criterion),
          ratingText: textOf(charter, one.rating),
          countedText: textOf(charter, one.counted),
          isCountedLower: one.rating !== null && one.counted < one.rating,
        })),
    };
  });
  return {
    summary: award.summary,
    overall: award.overall,
    sections,
    commendations: award.criteria
      .filter(({ commendation }) => commendation !== '')
      .map(({ criterion, commendation }) => ({ title: titleOf(criterion), text: commendation })),
    plan: award.plan.map((action) => ({ ...action, criteria: action.criteria.map(titleOf) })),
  };
}

function textOf(charter: Charter | null, rating: number | null): string {
  return charter === null ? String(rating ?? '') : ratingText(charter, rating);
}
