// What the rows of an assessment say, as the values that scoring reads.
import type { Answer, CountedAnswers, EvidenceItem } from '#app/domain/scoring/answer.ts';
import type { Given } from '#app/domain/formats/assessment-file.ts';
import type { SnapshotEvidence } from '#app/domain/formats/snapshot.ts';
import { factsIn } from './fact-rows.ts';
import type { LoadedAssessment } from './assessments.ts';

/** Everything that scoring reads, from the rows. */
export function answerSetIn(loaded: LoadedAssessment): CountedAnswers {
  const submitted = loaded.assessment.state === 'submitted';
  const evidenceOf = (criterion: string): readonly EvidenceItem[] =>
    loaded.evidence
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
  const facts = factsIn(loaded.facts);
  const said = new Map(loaded.answers.map((row) => [row.criterion, row]));
  // Evidence may be attached before anything is claimed.
  const criteria = new Set([...said.keys(), ...loaded.evidence.map(({ item }) => item.criterion)]);
  return {
    answers: new Map(
      [...criteria].map((criterion): [string, Answer] => [
        criterion,
        { ...saidIn(said.get(criterion)), evidence: evidenceOf(criterion) },
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
