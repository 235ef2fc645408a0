// Moving to a newer version of the charter: which there are, and what moving to one of them would give.
import { isNewer } from '#app/domain/charter/newer.ts';
import { type CarriedCriterion, carryOver } from '#app/domain/charter/migrate.ts';
import type { Charter } from '#app/domain/charter/charter.ts';
import type { AssessmentView } from '#app/queries/assessment.ts';
import type { Services } from '#app/services.server.ts';
import { criterionName, levelText, scoreText, thresholdText } from '#reports/wording.ts';

type Given = { readonly view: AssessmentView; readonly to: string | null };

/** The newer published versions, and the preview of the one asked for. */
export function movePage({ library }: Pick<Services, 'library'>, { view, to }: Given) {
  const newer = newerVersions({ library }, view.charter);
  const wanted =
    newer.find(({ name }) => name === to) ?? (newer.length === 1 ? newer[0] : undefined);
  const version = wanted === undefined ? undefined : library.versions.get(wanted.name)?.charter;
  return {
    id: view.id,
    department: view.department,
    charter: `${view.charter.title}, version ${view.charter.version}`,
    newer,
    preview: version === undefined ? null : previewOf(view, version),
  };
}

export type MovePage = ReturnType<typeof movePage>;

/** The published versions of the same charter that come after this one. */
export function newerVersions({ library }: Pick<Services, 'library'>, charter: Charter) {
  return [...library.versions]
    .filter(([, version]) => version.published && isNewer(charter, version.charter))
    .map(([name, version]) => ({ name, version: version.charter.version }));
}

function previewOf(view: AssessmentView, to: Charter) {
  const { charter: from, answerSet, version: readVersion } = view;
  const { criteria, removed, diff, before, after, countsLeft } = carryOver(from, to, answerSet);
  const named = (outcome: CarriedCriterion['outcome']) =>
    criteria.filter((one) => one.outcome === outcome).map(({ id }) => criterionName(to, id));
  return {
    to: diff.to,
    version: to.version,
    readVersion,
    carried: named('carried').length,
    review: named('review'),
    added: named('added'),
    merged: named('merged'),
    removed: removed.map(({ criterion }) => criterionName(from, criterion)),
    countsLeft,
    thresholds: diff.levels.flatMap((level) =>
      level.numbers.map((number) => {
        const what = {
          overall: 'overall score',
          section: 'score of every section',
          coverage: 'criteria answered',
          'section-override': 'score of a section',
          required: number.kind === 'required' ? criterionName(to, number.criterion) : '',
        }[number.kind];
        const text = (value: typeof number.before) => {
          if (value === null) return 'not stated';
          return typeof value === 'number' ? `rating ${value}` : thresholdText(value);
        };
        const label = levelText(level.kind === 'removed' ? from : to, level.id);
        return `${label}, ${what}: ${text(number.before)} before, ${text(number.after)} after`;
      }),
    ),
    before: { overall: scoreText(before.overall), level: levelText(from, before.level) },
    after: { overall: scoreText(after.overall), level: levelText(to, after.level) },
  };
}
