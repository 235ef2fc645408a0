// Second pass over a charter's files: the rules that no single key can see (ids exist, thresholds
// rise, every rating has its descriptor). Source: scoring.md, Terms, Levels, Indicator rules.
import { checkActionPlan } from './checks/check-action-plan.ts';
import { checkAnyOf } from './checks/check-any-of.ts';
import { checkEvidenceRules } from './checks/check-evidence-rules.ts';
import { checkExplanations } from './checks/check-explanations.ts';
import { checkCondition, checkFacts, checkPreconditions } from './checks/check-facts.ts';
import { checkFloors } from './checks/check-floors.ts';
import { checkFormat } from './checks/check-format.ts';
import { checkIndicatorRule } from './checks/check-indicator-rule.ts';
import { checkLevels } from './checks/check-levels.ts';
import { checkNothingAsked } from './checks/check-nothing-asked.ts';
import { checkPreviousPlan } from './checks/check-previous-plan.ts';
import { checkStatements, checkVariants } from './checks/check-statements.ts';
import { checkToWrite } from './checks/check-to-write.ts';
import { didYouMean, type Finding } from './finding.ts';
import { findingAt, type Known } from './checks/known.ts';
import { id, integer, text } from './values.ts';
import { type FileData, Place } from './view.ts';

/** The most criteria one charter may have; the cheapest way is exact and quick for so many. */
const MOST_CRITERIA = 400;

export type CharterFiles = {
  readonly charter: FileData;
  readonly levels: FileData;
  readonly sections: readonly FileData[];
};

/** Every broken rule across keys and files, in no order; empty when the charter is sound. */
export function checkCharter(files: CharterFiles): readonly Finding[] {
  const charter = new Place(files.charter.file, [], files.charter.data);
  const levels = new Place(files.levels.file, [], files.levels.data);
  const sections = files.sections.map(({ file, data }) => new Place(file, [], data));
  const criteria = sections.flatMap((section) => section.at('criteria').items());
  const scale = charter.at('scale').items();
  const known: Known = {
    highest: scale.length >= 2 ? scale.length - 1 : null,
    labels: scale.map((entry) => entry.at('label').read(text) ?? ''),
    sections: byId(sections),
    criteria: byId(criteria),
    indicators: byId(charter.at('indicators').items()),
    kinds: byId(charter.at('kinds').items()),
    facts: byId(charter.at('facts').items()),
  };
  return [
    ...checkSections(charter, sections, known),
    ...duplicates(criteria, 'criterion'),
    ...duplicates(charter.at('sources').items(), 'source'),
    ...duplicates(charter.at('indicators').items(), 'indicator'),
    ...duplicates(charter.at('kinds').items(), 'kind of evidence'),
    ...duplicates(charter.at('facts').items(), 'fact'),
    ...duplicates(charter.at('crosswalk').items(), 'standard'),
    ...duplicates(levels.at('levels').items(), 'level'),
    ...checkCount(criteria),
    ...checkEffort(charter.at('defaults').at('effort'), known),
    ...checkEvidenceRules(charter.at('defaults').at('evidence'), known),
    ...criteria.flatMap((criterion) => checkCriterion(criterion, charter, known)),
    ...checkLevels(levels.at('levels').items(), known),
    ...checkFloors(levels.at('levels').items(), known),
    ...checkAnyOf(levels.at('levels').items(), known, pointsOf(charter, criteria)),
    ...checkPreconditions(levels.at('levels').items(), known),
    ...checkFacts(charter.at('facts').items()),
    ...checkExplanations({ charter, levels: levels.at('levels').items(), criteria }, known),
    ...checkFormat({ charter, levels: levels.at('levels').items(), criteria }),
    ...checkNothingAsked(levels.at('levels').items(), known),
    ...checkPreviousPlan(charter.at('previousPlan'), known),
    ...checkActionPlan(charter.at('actionPlan'), known),
    ...checkToWrite([charter, levels, ...sections], [...levels.at('levels').items(), ...criteria]),
  ];
}

/** All points that the charter has; null while the scale cannot be read. */
function pointsOf(charter: Place, criteria: readonly Place[]): number | null {
  const weight = integer(1, 100);
  const usual = charter.at('defaults').at('weight').read(weight) ?? 1;
  const highest = charter.at('scale').items().length - 1;
  if (highest < 1) return null;
  const weights = criteria.map((criterion) => criterion.at('weight').read(weight) ?? usual);
  return highest * weights.reduce((sum, each) => sum + each, 0);
}

function byId(places: readonly Place[]): ReadonlyMap<string, Place> {
  const found = new Map<string, Place>();
  for (const place of places) {
    const name = place.at('id').read(id);
    if (name !== null && !found.has(name)) found.set(name, place);
  }
  return found;
}

function duplicates(places: readonly Place[], what: string): readonly Finding[] {
  const seen = new Map<string, string>();
  return places.flatMap((place) => {
    const name = place.at('id').read(id);
    if (name === null) return [];
    const earlier = seen.get(name.toLowerCase());
    if (earlier === undefined) {
      seen.set(name.toLowerCase(), place.file);
      return [];
    }
    const message = `duplicate ${what} id "${name}", already used in ${earlier}; every id is used once`;
    return [findingAt(place.at('id'), 'duplicate-id', message)];
  });
}

function checkSections(charter: Place, files: readonly Place[], known: Known): readonly Finding[] {
  const listed = charter.at('sections').items();
  const names = listed.flatMap((place) => place.read(id) ?? []);
  const missing = listed.flatMap((place, index) => {
    const name = place.read(id);
    if (name === null) return [];
    if (names.indexOf(name) < index) {
      return [findingAt(place, 'duplicate-id', `section "${name}" is listed twice`)];
    }
    if (known.sections.has(name)) return [];
    const guess = didYouMean(name, [...known.sections.keys()]);
    const message = `no file in sections/ has the id "${name}".${guess}`;
    return [findingAt(place, 'unknown-section', message)];
  });
  const unlisted = files.flatMap((file) => {
    const name = file.at('id').read(id);
    if (name === null || names.includes(name)) return [];
    const message = `section "${name}" is not listed under sections in charter.yaml`;
    return [findingAt(file.at('id'), 'unlisted-section', message)];
  });
  return [...missing, ...unlisted, ...duplicates(files, 'section')];
}

function checkCount(criteria: readonly Place[]): readonly Finding[] {
  const extra = criteria[MOST_CRITERIA];
  if (extra === undefined) return [];
  const message = `a charter has at most ${MOST_CRITERIA} criteria; this one has ${criteria.length}`;
  return [findingAt(extra, 'too-many', message)];
}

function checkCriterion(criterion: Place, charter: Place, known: Known): readonly Finding[] {
  const statements = criterion.at('statements');
  return [
    ...checkRatingKeys(criterion.at('descriptors'), { lowest: 0, instead: statements }, known),
    ...checkRatingKeys(criterion.at('suggestedActions'), { lowest: 1, instead: null }, known),
    ...checkEffort(criterion.at('effort'), known),
    ...checkEvidenceRules(criterion.at('evidence').at('rules'), known),
    ...checkSources(criterion, charter),
    ...criterion
      .at('indicators')
      .items()
      .flatMap((rule) => checkIndicatorRule(rule, known)),
    ...checkReplaces(criterion),
    ...checkStatements(criterion, charter.at('cumulative').data === 'true', known),
    ...checkVariants(criterion, known),
    ...checkCondition(criterion.at('appliesWhen'), known),
  ];
}

/** One text for each rating from the lowest; `instead` = where a rating may have another kind of text. */
function checkRatingKeys(
  place: Place,
  { lowest, instead }: { readonly lowest: number; readonly instead: Place | null },
  known: Known,
): readonly Finding[] {
  const { highest } = known;
  if (highest === null || place.entries().length === 0) return [];
  const what = lowest === 0 ? 'descriptor' : 'suggested action';
  const wanted = Array.from({ length: highest - lowest + 1 }, (_, index) => index + lowest);
  const missing = wanted
    .filter(
      (rating) => ![place, instead].some((texts) => texts?.at(String(rating)).present === true),
    )
    .map((rating) => {
      const label = known.labels[rating] ?? '';
      const message = `missing ${what} for rating ${rating} (${label}); there is one for each rating from ${lowest} to ${highest}`;
      return findingAt(place, 'missing-rating', message, 'key');
    });
  const extra = place
    .entries()
    .filter(([key]) => /^\d+$/.test(key) && !wanted.includes(Number(key)))
    .map(([key, entry]) => {
      const message = `no ${what} belongs to ${key}; ratings here go from ${lowest} to ${highest}`;
      return findingAt(entry, 'bad-rating', message, 'key');
    });
  return [...missing, ...extra];
}

function checkEffort(place: Place, known: Known): readonly Finding[] {
  const { highest } = known;
  if (highest === null || !Array.isArray(place.data) || place.data.length === highest) return [];
  const message = `effort has ${place.data.length} numbers; it needs ${highest}, one for each step from one rating to the next`;
  return [findingAt(place, 'effort-length', message)];
}

function checkSources(criterion: Place, charter: Place): readonly Finding[] {
  const known = [...byId(charter.at('sources').items()).keys()];
  return criterion
    .at('rationale')
    .at('sources')
    .items()
    .flatMap((entry) => {
      const name = entry.at('source').read(id);
      if (name === null || known.includes(name)) return [];
      const message = `unknown source "${name}"; add it under sources in charter.yaml.${didYouMean(name, known)}`;
      return [findingAt(entry.at('source'), 'unknown-source', message)];
    });
}

function checkReplaces(criterion: Place): readonly Finding[] {
  const own = criterion.at('id').read(id);
  return criterion
    .at('replaces')
    .items()
    .filter((entry) => entry.read(id) === own && own !== null)
    .map((entry) => findingAt(entry, 'replaces-itself', `"${own}" cannot replace itself`));
}
