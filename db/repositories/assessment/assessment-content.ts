// What the rows of an assessment say, as the values that scoring reads.
import type { Answer, CountedAnswers, EvidenceItem } from '#app/domain/scoring/answer.ts';
import type { Given } from '#app/domain/formats/assessment-file.ts';
import type { SnapshotEvidence } from '#app/domain/formats/snapshot.ts';
import type { Facts } from '#app/domain/charter/facts.ts';
import { factsIn } from './fact-rows.ts';
import type { EvidenceWithFile, LoadedAssessment } from './assessments.ts';
import type { SharedRows } from './shared-rows.ts';

/** An assessment’s own rows, and those that count in their place for what its organisation answers. */
export type CountingRows = LoadedAssessment & {
  readonly ofOrganisation:
    | (SharedRows & { readonly criteria: ReadonlySet<string>; readonly asked: ReadonlySet<string> })
    | null;
};

type Attached = { readonly item: Pick<EvidenceWithFile['item'], 'criterion'> };

type Shown<Row extends Attached> = {
  readonly evidence: readonly Row[];
  readonly ofOrganisation: {
    readonly criteria: ReadonlySet<string>;
    readonly evidence: readonly Row[];
  } | null;
};

/** The evidence that counts: of what the organisation answers, the organisation’s. */
export function countingEvidence<Row extends Attached>({
  evidence,
  ofOrganisation,
}: Shown<Row>): readonly Row[] {
  if (ofOrganisation === null) return evidence;
  const own = evidence.filter(({ item }) => !ofOrganisation.criteria.has(item.criterion));
  return [
    ...own,
    ...ofOrganisation.evidence.filter(({ item }) => ofOrganisation.criteria.has(item.criterion)),
  ];
}

type Said = { readonly criterion: string };

/** The answers that count, of an assessment’s own: to what the organisation answers, the organisation’s. */
export function countingAnswers<Row extends Said>(
  own: readonly Row[],
  ofOrganisation: {
    readonly criteria: ReadonlySet<string>;
    readonly answers: readonly Row[];
  } | null,
): readonly Row[] {
  if (ofOrganisation === null) return own;
  const { criteria, answers } = ofOrganisation;
  return [
    ...own.filter(({ criterion }) => !criteria.has(criterion)),
    ...answers.filter(({ criterion }) => criteria.has(criterion)),
  ];
}

function countingFacts({ facts, ofOrganisation }: CountingRows): Facts {
  const own = factsIn(facts);
  if (ofOrganisation === null) return own;
  const { asked } = ofOrganisation;
  const theirs = factsIn(ofOrganisation.facts);
  return new Map([
    ...[...own].filter(([fact]) => !asked.has(fact)),
    ...[...theirs].filter(([fact]) => asked.has(fact)),
  ]);
}

/** What departments add to what their organisation answers, by criterion. */
function notesIn({ answers, ofOrganisation }: CountingRows): ReadonlyMap<string, string> {
  const { criteria } = ofOrganisation ?? { criteria: new Set() };
  return new Map(
    answers
      .filter(({ criterion, narrative }) => criteria.has(criterion) && narrative !== '')
      .map(({ criterion, narrative }) => [criterion, narrative]),
  );
}

/** Everything that scoring reads, from the rows. */
export function answerSetIn(loaded: CountingRows): CountedAnswers {
  const submitted = loaded.assessment.state === 'submitted';
  const shown = countingEvidence(loaded);
  const evidenceOf = (criterion: string): readonly EvidenceItem[] =>
    shown
      .filter(({ item }) => item.criterion === criterion)
      .map(({ item, file, fileSha256, erasedAt, erasedReason }) => ({
        title: item.title,
        description: item.description,
        // What was submitted stays as it was; in a draft a file that was erased counts no more.
        file: erasedAt === null || submitted ? file : null,
        ...(fileSha256 === null ? {} : { sha256: fileSha256 }),
        link: item.link,
        dataTable: null,
        ...(item.kind === null ? {} : { kind: item.kind }),
        ...(erasedAt === null
          ? {}
          : { erased: { file: file ?? '', at: erasedAt, reason: erasedReason ?? '' } }),
      }));
  const facts = countingFacts(loaded);
  const said = new Map(
    countingAnswers(loaded.answers, loaded.ofOrganisation).map((row) => [row.criterion, row]),
  );
  const notes = notesIn(loaded);
  // Evidence may be attached before anything is claimed, and a note be written.
  const criteria = new Set([
    ...said.keys(),
    ...shown.map(({ item }) => item.criterion),
    ...notes.keys(),
  ]);
  return {
    answers: new Map(
      [...criteria].map((criterion): [string, Answer] => [
        criterion,
        {
          ...saidIn(said.get(criterion)),
          ...noteIn(notes.get(criterion)),
          evidence: evidenceOf(criterion),
        },
      ]),
    ),
    indicators: countsIn(loaded.counts).indicators,
    ...(facts.size === 0 ? {} : { facts }),
  };
}

function saidIn(row: LoadedAssessment['answers'][number] | undefined): Omit<Answer, 'evidence'> {
  if (row === undefined) return { claimed: null, notApplicable: null, narrative: '' };
  const { claimed, statements, notApplicable, narrative, words } = row;
  return {
    claimed,
    ...(statements === null ? {} : { statements }),
    notApplicable,
    narrative,
    ...(words === null ? {} : { words }),
  };
}

function noteIn(note: string | undefined): Pick<Answer, 'note'> {
  return note === undefined ? {} : { note };
}

/** Counts as a file holds them, with where they come from, by indicator. */
export function countsIn(
  rows: readonly LoadedAssessment['counts'][number][],
): Pick<Given, 'indicators' | 'sources'> {
  return {
    indicators: new Map(
      rows.map((row) => [
        row.indicator,
        {
          first: { numerator: row.firstNumerator, denominator: row.firstDenominator },
          second: { numerator: row.secondNumerator, denominator: row.secondDenominator },
        },
      ]),
    ),
    sources: new Map(rows.map(({ indicator, source }) => [indicator, source])),
  };
}

/** The evidence as a snapshot holds it: each item with the fingerprint of its file. */
export function snapshotEvidence(
  rows: readonly Pick<
    LoadedAssessment['evidence'][number],
    'item' | 'file' | 'fileSize' | 'fileSha256' | 'mediaType'
  >[],
): readonly SnapshotEvidence[] {
  return rows.map(({ item, file, fileSize, fileSha256, mediaType }) => ({
    id: item.id,
    criterion: item.criterion,
    title: item.title,
    description: item.description,
    link: item.link,
    file:
      file === null
        ? null
        : {
            name: file,
            mediaType: mediaType ?? '',
            size: fileSize ?? 0,
            sha256: fileSha256 ?? '',
          },
    ...(item.kind === null ? {} : { kind: item.kind }),
  }));
}
