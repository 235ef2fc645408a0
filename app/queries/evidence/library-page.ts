// The evidence of an assessment, each file or link once: what it is used for, and which of it a criterion may use, too.
import { findCriterion } from '#app/domain/charter/charter.ts';
import { piecesOf } from '#app/domain/evidence/library.ts';
import type { AssessmentView } from '#app/doors/assessment-view.ts';
import { isAnsweredByOrganisation } from '#app/doors/of-organisation.ts';
import { erasedSince } from '#words/evidence/erased-text.ts';
import { kindLabel } from '#words/kit/rule-text.ts';
import { sizeText } from '#words/kit/size-text.ts';

/** The page; `criterion` is the one that evidence is looked for, where there is one. */
export function libraryPage(view: AssessmentView, criterion: string | null) {
  const { charter, evidence, mayAttachEvidence } = view;
  const wanted = criterion === null ? undefined : findCriterion(charter, criterion);
  const mayUse =
    wanted !== undefined && mayAttachEvidence && !isAnsweredByOrganisation(view, wanted.id);
  const rows = new Map(evidence.map((row) => [row.item.id, row]));
  const uses = evidence.map(({ item, fileSha256 }) => ({ ...item, sha256: fileSha256 }));
  return {
    id: view.id,
    isOfOrganisation: view.isOfOrganisation,
    department: view.department,
    /** What is chosen here is used for it; null = nothing is chosen. */
    wanted: mayUse ? { id: wanted.id, title: wanted.title } : null,
    pieces: piecesOf(uses).flatMap((piece) => {
      const [first] = piece;
      const row = first === undefined ? undefined : rows.get(first.id);
      if (first === undefined || row === undefined) return [];
      const erased = erasedSince(row);
      const criteria = [...new Set(piece.map((use) => use.criterion))];
      return [
        {
          id: first.id,
          title: first.title,
          description: first.description,
          kind: first.kind === null ? null : kindLabel(charter, first.kind),
          link: first.link,
          file: row.file,
          size: row.fileSize === null ? null : sizeText(row.fileSize),
          held: row.held,
          erased,
          criteria,
          /** Whether the criterion has it already, or it proves nothing any more. */
          mayUse: mayUse && erased === null && !criteria.includes(wanted.id),
        },
      ];
    }),
  };
}

export type LibraryPage = ReturnType<typeof libraryPage>;
