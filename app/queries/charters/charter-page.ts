// A charter as people read it before they answer: levels, ratings, and every criterion.
import { CHARTER } from '#words/charters/charters-pages.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import { offerState } from '#app/domain/charter/offer.ts';
import type { Services } from '#app/services.server.ts';
import { languagesOf, translationNote } from './languages.ts';
import { isRetired } from '#db/repositories/charters/retired-charters.ts';
import { factConditionText, levelNeeds } from '#words/charters/level-needs.ts';
import { crosswalkOf, ratingChoices } from '#words/kit/wording.ts';

/** The page of one version, by id@version, as it is read in a language (null = its own); null where there is none. */
export async function charterPage(
  { library, engine }: Pick<Services, 'library' | 'engine'>,
  name: string,
  language: string | null,
) {
  const found = library.versions.get(name);
  if (found === undefined) return null;
  const { charter, published } = found;
  const state = offerState({ published, retired: await isRetired(engine.db, name) });
  return {
    ...charterText(charter),
    state,
    languages: languagesOf({ library }, name),
    translated: translationNote(found, language),
  };
}

/** What a charter says, as its page shows it. */
export function charterText(charter: Charter) {
  return {
    title: charter.title,
    version: charter.version,
    summary: charter.summary,
    notice: charter.notice,
    scale: charter.scale.map(({ label, meaning }, rating) => ({ rating, label, meaning })),
    levels: charter.levels.map((level) => ({
      id: level.id,
      label: level.label,
      means: level.means,
      needs: levelNeeds(charter, level),
    })),
    sections: charter.sections.map(({ id, title, summary, criteria }) => ({
      id,
      title,
      summary,
      criteria: criteria.map((criterion) => ({
        id: criterion.id,
        title: criterion.title,
        question: criterion.question,
        weight: criterion.weight,
        /** Where it applies, and who answers it; '' = everywhere, each department. */
        applies:
          criterion.appliesWhen === null
            ? ''
            : CHARTER.appliesWhere(factConditionText(charter, criterion.appliesWhen)),
        shared: criterion.scope === 'organisation',
        descriptors: ratingChoices(charter, criterion),
        crosswalk: crosswalkOf(charter, criterion),
      })),
    })),
    facts: charter.facts.map(({ question }) => question),
    kinds: charter.kinds,
    glossary: charter.glossary,
    changes: changesOf(charter),
    sources: charter.sources.map(({ citation, url }) => ({ citation, url: url ?? null })),
  };
}

/** What the version changed, all that concerns one thing together, in the order in which it is written. */
function changesOf({ changes }: Charter) {
  const named = [...new Set(changes.map(({ of }) => of))];
  return named.map((of) => ({
    of: of === 'charter' ? CHARTER.whole : of,
    why: changes
      .filter((change) => change.of === of)
      .map(({ why }) => why)
      .join(' '),
  }));
}

export type CharterText = ReturnType<typeof charterText>;
export type CharterPage = NonNullable<Awaited<ReturnType<typeof charterPage>>>;
