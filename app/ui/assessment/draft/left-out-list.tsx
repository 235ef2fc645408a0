// What of a document that was brought back goes into no answer, named one by one.
import type { LeftOut } from '#app/domain/assessment/draft-document.ts';
import type { LeftOutPage } from '#app/queries/assessment/draft-left-out-page.ts';
import { DRAFT_FIELD, LEFT_OUT } from '#words/assessment/document-words.ts';
import { LANGUAGE } from '#words/language.ts';

const LIST = new Intl.ListFormat(LANGUAGE);

/** The parts of the document that are not read, and what to do about each. */
export function DraftLeftOut({ leftOut }: { readonly leftOut: LeftOutPage }) {
  const { lost, absent, twice, reasons, outside, moreOutside } = leftOut;
  const things = byCriterion(leftOut.things);
  const named = [lost, twice, reasons, outside, things].some((list) => list.length > 0);
  return (
    <>
      {!named ? null : (
        <section className="nhsuk-warning-callout" aria-labelledby="not-read">
          <h2 className="nhsuk-warning-callout__label" id="not-read">
            Not everything in the document was read
          </h2>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {lost.map(({ criterion, fields }) => (
              <li key={criterion}>
                We could not find the box of {criterion} for the{' '}
                {LIST.format(fields.map((field) => DRAFT_FIELD[field]))}. What is saved is left
                alone.
              </li>
            ))}
            {twice.map(({ criterion, field }) => (
              <li key={`${criterion} ${field}`}>
                The box of {criterion} for the {DRAFT_FIELD[field]} is in the document twice. The
                first is read, the other is left out.
              </li>
            ))}
            {reasons.map((criterion) => (
              <li key={criterion}>
                {criterion}: the reason why it does not apply is left out, because the box of its
                rating does not say ‘Not applicable’.
              </li>
            ))}
            {things.map(([after, what]) => (
              <li key={after}>
                {after === '' ? 'Before the first box' : after}:{' '}
                {LIST.format(what.map((one) => LEFT_OUT[one]))} are left out. An answer is text
                alone: write what matters into the box, or attach it as evidence.
              </li>
            ))}
            {outside.map(({ after, text }, index) => (
              // The same text may stand in two places.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={index}>
                {after === null
                  ? 'This text stands outside the boxes and is left out: '
                  : `We could not find the box of ${after} that this text belongs to, so it is left out: `}
                <q className="app-narrative">{text}</q>
              </li>
            ))}
            {moreOutside === 0 ? null : (
              <li>{moreOutside} more texts outside the boxes are left out.</li>
            )}
          </ul>
          {lost.length === 0 ? null : (
            <p>
              A box is found by the mark at the end of the shaded row above it, such as [
              {lost[0]?.criterion} narrative 3]. It must stand there as it was, in English and with
              plain spaces, and the box right under it. Download the questions again and copy your
              text into that document.
            </p>
          )}
        </section>
      )}
      {absent.length === 0 ? null : (
        <p>Not in the document, and left alone: {LIST.format(absent)}.</p>
      )}
    </>
  );
}

function byCriterion(things: LeftOutPage['things']): readonly (readonly [string, LeftOut[]])[] {
  const found = new Map<string, LeftOut[]>();
  for (const { after, what } of things) {
    found.set(after ?? '', [...(found.get(after ?? '') ?? []), what]);
  }
  return [...found];
}
