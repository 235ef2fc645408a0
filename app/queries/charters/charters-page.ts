// The charters as their administrator sees them: every version with its state, how many assessments are on
// it, and two versions compared.
import { COMPARED } from '#words/charters/charters-pages.ts';
import { LABEL } from '#words/kit/labels.ts';
import { takesVersion } from '#app/domain/assessment/round-times.ts';
import {
  type Charter,
  findCriterion,
  charterTitle,
  versionFirst,
} from '#app/domain/charter/charter.ts';
import type { CriterionChange } from '#app/domain/charter/changes.ts';
import { diffCharters } from '#app/domain/charter/diff.ts';
import { offerState } from '#app/domain/charter/offer.ts';
import type { Actor } from '#app/domain/policy/actor.ts';
import { mayAdminister } from '#app/domain/policy/administration.ts';
import type { Services } from '#app/services.server.ts';
import { loadNames } from '#db/repositories/people/names.ts';
import {
  countByCharter,
  listRetired,
  listUnsubmittedOn,
} from '#db/repositories/charters/retired-charters.ts';
import { listRounds } from '#db/repositories/administration/round-rows.ts';
import {
  causeText,
  criterionText,
  levelLines,
  nameIn,
  verdictText,
} from '#words/charters/charter-changes.ts';
import { type Change, wordChanges } from '#app/queries/kit/word-changes.ts';

type Given = Pick<Services, 'engine' | 'library'>;

/** Every version that is loaded, and every folder that could not be; null for anyone else. */
export async function chartersPage({ engine, library }: Given, actor: Actor) {
  if (!mayAdminister(actor, 'offer-charters')) return null;
  const retired = new Map((await listRetired(engine.db)).map((row) => [row.id, row]));
  const counts = await countByCharter(engine.db);
  const names = await loadNames(
    engine.db,
    [...retired.values()].map(({ retiredBy }) => retiredBy),
  );
  return {
    versions: [...library.versions].map(([name, { charter, published, hash }]) => {
      const row = retired.get(name);
      return {
        name,
        title: charter.title,
        version: charter.version,
        state: offerState({ published, retired: row !== undefined }),
        assessments: counts.get(name) ?? 0,
        sha256: hash,
        retired:
          row === undefined
            ? null
            : {
                at: row.retiredAt,
                by: names.get(row.retiredBy) ?? null,
                reason: row.reason,
              },
      };
    }),
    refused: library.refused.map(({ folder, mistakes }) => ({
      folder,
      mistakes: mistakes.length,
      first: mistakes[0]?.message ?? '',
    })),
  };
}

export type ChartersPage = NonNullable<Awaited<ReturnType<typeof chartersPage>>>;

/** What retiring a version affects: who is on it without having submitted, and rounds that take it. */
export async function retirement(
  { engine, library, clock }: Given & Pick<Services, 'clock'>,
  actor: Actor,
  name: string,
) {
  const version = library.versions.get(name);
  if (!mayAdminister(actor, 'offer-charters') || version === undefined) return null;
  const now = clock().toISOString();
  const rounds = await listRounds(engine.db);
  return {
    name,
    title: charterTitle(version.charter),
    assessments: await listUnsubmittedOn(engine.db, name),
    rounds: rounds
      .filter((round) => round.closesAt > now && takesVersion(round, name))
      .map((round) => ({ id: round.id, name: round.name, closesAt: round.closesAt })),
  };
}

export type Retirement = NonNullable<Awaited<ReturnType<typeof retirement>>>;

type Asked = { readonly from: string; readonly to: string };

/** Two versions compared; without two that exist only what there is to choose from. */
export function comparePage({ library }: Pick<Services, 'library'>, actor: Actor, asked: Asked) {
  if (!mayAdminister(actor, 'offer-charters')) return null;
  const [from, to] = [asked.from, asked.to].map((name) => library.versions.get(name)?.charter);
  return {
    ...asked,
    versions: [...library.versions].map(([value, { charter }]) => ({
      value,
      label: versionFirst(charter),
    })),
    compared: from === undefined || to === undefined ? null : comparison(from, to),
  };
}

export type Compared = ReturnType<typeof comparison>;
export type ComparePage = NonNullable<ReturnType<typeof comparePage>>;

/** What one version changes of another, and whether its number says so. */
export function comparison(from: Charter, to: Charter) {
  const diff = diffCharters(from, to);
  const changed = diff.criteria.filter(({ kind }) => kind !== 'unchanged');
  return {
    title:
      from.title === to.title
        ? COMPARED.versions(from.title, from.version, to.version)
        : COMPARED.both(charterTitle(from), charterTitle(to)),
    verdict: verdictText(diff),
    truthful: diff.truthful,
    causes: diff.causes.map((cause) => ({ text: causeText(cause), needs: cause.needs })),
    levels: levelLines({ from, to }, diff.levels),
    unchanged: diff.criteria.length - changed.length,
    criteria: changed.map((change) => ({
      id: change.id,
      name: nameIn({ from, to }, change.id),
      text: criterionText(change),
      toJudge: diff.toJudge.includes(change.id),
      words: wordsOf(from, to, change),
    })),
  };
}

type Words = { readonly what: string; readonly changes: readonly Change[] };

/** Question and descriptors word by word, where they differ. */
function wordsOf(from: Charter, to: Charter, { id, from: [was] }: CriterionChange): Words[] {
  const [before, after] = [findCriterion(from, was ?? ''), findCriterion(to, id)];
  if (before === undefined || after === undefined) return [];
  const texts = [
    { what: LABEL.question, before: before.question, after: after.question },
    ...after.descriptors.map((text, rating) => ({
      what: COMPARED.rating(rating),
      before: before.descriptors[rating] ?? '',
      after: text,
    })),
  ];
  return texts
    .filter((text) => text.before !== text.after)
    .map((text) => ({ what: text.what, changes: wordChanges(text.before, text.after) }));
}
