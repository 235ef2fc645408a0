// Every file and link of an assessment once, with what it is used for; from here one is used for one more criterion.
import { addressOf } from '#app/addresses.ts';
import type { LibraryPage } from '#app/queries/evidence/library-page.ts';
import { AssessmentFrame } from '#app/ui/kit/assessment-frame.tsx';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { BackLink } from '#app/ui/kit/page.tsx';
import type { Refused } from '#app/ui/kit/refused.ts';
import { RowTick, ScrollTable, TableRow } from '#app/ui/kit/scroll-table.tsx';
import { LIBRARY } from '#words/evidence/library-words.ts';
import { PLACES } from '#words/kit/kit-pages.ts';

type Props = {
  readonly page: LibraryPage;
  readonly refused: (Pick<Refused, 'errors'> & { readonly ticked: readonly string[] }) | null;
};

export function LibraryView({ page, refused }: Props) {
  const { id, wanted, pieces } = page;
  const title = wanted === null ? LIBRARY.title : LIBRARY.forCriterion(wanted.id);
  return (
    <AssessmentFrame id={id} isOfOrganisation={page.isOfOrganisation} here={null}>
      <PageTitle title={`${title}: ${page.department}`} problems={refused !== null} />
      <Back page={page} />
      <ErrorSummary problems={problemsOf(refused?.errors ?? {})} />
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">
          {wanted === null ? page.department : `${wanted.id} ${wanted.title}`}
        </span>
        {title}
      </h1>
      <p>{LIBRARY.explained}</p>
      {pieces.length === 0 ? (
        <p>{LIBRARY.none}</p>
      ) : (
        <Form page={page} ticked={refused?.ticked ?? []} />
      )}
    </AssessmentFrame>
  );
}

function Back({ page: { id, wanted } }: Pick<Props, 'page'>) {
  return wanted === null ? (
    <BackLink to={addressOf('/assessments/:id', { id })}>{PLACES.taskList}</BackLink>
  ) : (
    <BackLink to={addressOf('/assessments/:id/criteria/:criterion', { id, criterion: wanted.id })}>
      {LIBRARY.back(wanted.id)}
    </BackLink>
  );
}

type Ticked = Pick<Props, 'page'> & { readonly ticked: readonly string[] };

function Form({ page, ticked }: Ticked) {
  const { wanted } = page;
  if (wanted === null) return <Pieces page={page} ticked={ticked} />;
  return (
    <form method="post" autoComplete="off">
      <input type="hidden" name="criterion" value={wanted.id} />
      <Pieces page={page} ticked={ticked} />
      <button className="nhsuk-button">{LIBRARY.use(wanted.id)}</button>
    </form>
  );
}

function Pieces({ page: { id, wanted, pieces }, ticked }: Ticked) {
  const columns = [LIBRARY.evidence, LIBRARY.usedFor];
  return (
    <ScrollTable
      caption={LIBRARY.caption}
      columns={wanted === null ? columns : [...columns, LIBRARY.choose]}
    >
      {pieces.map((piece, index) => (
        <TableRow key={piece.id}>
          <th className="nhsuk-table__header" scope="row">
            <Piece id={id} piece={piece} />
          </th>
          <td className="nhsuk-table__cell">
            <span className="app-uses">
              {piece.criteria.map((criterion) => (
                <a
                  key={criterion}
                  href={addressOf('/assessments/:id/criteria/:criterion', { id, criterion })}
                >
                  {criterion}
                </a>
              ))}
            </span>
          </td>
          {wanted === null ? null : (
            <td className="nhsuk-table__cell">
              {piece.mayUse ? (
                <RowTick
                  id={`item-${index}`}
                  name="item"
                  value={piece.id}
                  label={`${LIBRARY.choose}: ${piece.title}`}
                  isTicked={ticked.includes(piece.id)}
                />
              ) : (
                LIBRARY.used
              )}
            </td>
          )}
        </TableRow>
      ))}
    </ScrollTable>
  );
}

type PieceProps = { readonly id: string; readonly piece: LibraryPage['pieces'][number] };

function Piece({ id, piece }: PieceProps) {
  const why = piece.erased ?? piece.held;
  return (
    <>
      {piece.file === null || why !== null ? (
        piece.title
      ) : (
        <a href={addressOf('/assessments/:id/evidence/:evidence/file', { id, evidence: piece.id })}>
          {piece.title}
        </a>
      )}
      <div className="nhsuk-hint nhsuk-u-margin-bottom-0">
        {[piece.file, piece.size, piece.link, piece.kind, why].filter(Boolean).join(', ')}
      </div>
    </>
  );
}
