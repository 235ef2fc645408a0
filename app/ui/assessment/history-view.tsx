// The history of one answer: sittings with what each changed; an earlier text can be brought back.
import { HISTORY } from '#words/assessment/assessment-pages.ts';
import { addressOf } from '#app/addresses.ts';
import type { HistoryPage, Sitting } from '#app/queries/assessment/history-page.ts';
import { AssessmentFrame } from '#app/ui/kit/assessment-frame.tsx';
import { ErrorSummary, PageTitle } from '#app/ui/kit/error-summary.tsx';
import { BackLink } from '#app/ui/kit/page.tsx';
import { PageLinks } from '#app/ui/kit/page-links.tsx';
import { clockTime, dayAndTime } from '#words/kit/time.ts';
import { WordChanges } from '#app/ui/kit/words/changed-words.tsx';
import { ANSWER_ORIGIN } from '#words/assessment/work-words.ts';

type Props = { readonly page: HistoryPage; readonly error: string | null };

export function HistoryView({ page, error }: Props) {
  const { criterion } = page;
  const at = { id: page.id, criterion: criterion.id };
  return (
    <AssessmentFrame id={page.id} isOfOrganisation={page.isOfOrganisation} here={null}>
      <PageTitle title={`History of ${criterion.id}`} problems={error !== null} />
      <BackLink to={addressOf('/assessments/:id/criteria/:criterion', at)}>
        {criterion.id} {criterion.title}
      </BackLink>
      <ErrorSummary problems={error === null ? [] : [{ text: error, field: null }]} />
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{page.department}</span>
        {HISTORY.title(`${criterion.id} ${criterion.title}`, page.isNote)}
      </h1>
      {page.items.length === 0 ? <p>Nothing has been saved yet.</p> : null}
      {page.items.map((sitting) => (
        <section
          className="app-evidence"
          key={sitting.version}
          aria-labelledby={`version-${sitting.version}`}
        >
          <h2 className="nhsuk-heading-s" id={`version-${sitting.version}`}>
            <bdi>{sitting.by ?? 'Someone whose account is gone'}</bdi>, {whenText(sitting)}
          </h2>
          <p>
            {ANSWER_ORIGIN[sitting.how]}
            {page.isNote ? '' : ` Rating: ${sitting.rating}.`}
            {sitting.origin === null ? '' : ` ${sitting.origin}.`}
            {sitting.isCurrent ? ` ${HISTORY.current(page.isNote)}` : ''}
          </p>
          <Ticked ticked={sitting.ticked} />
          <WordChanges changes={sitting.changes} />
          {sitting.isCurrent || !page.mayAnswer ? null : <Restore page={page} sitting={sitting} />}
        </section>
      ))}
      <PageLinks
        path={addressOf('/assessments/:id/criteria/:criterion/history', at)}
        page={page.page}
        pages={page.pages}
        next="Earlier"
        previous="Later"
      />
    </AssessmentFrame>
  );
}

function Ticked({ ticked }: Pick<Sitting, 'ticked'>) {
  if (ticked.length === 0) return null;
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">{HISTORY.ticked(ticked.length)}</span>
      </summary>
      <div className="nhsuk-details__text">
        <ul className="nhsuk-list nhsuk-list--bullet">
          {ticked.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </div>
    </details>
  );
}

function Restore({ page, sitting }: { readonly page: HistoryPage; readonly sitting: Sitting }) {
  return (
    <form method="post" autoComplete="off">
      <input type="hidden" name="readVersion" value={page.currentVersion} />
      <button
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
        name="version"
        value={sitting.version}
      >
        Bring this text back
        <span className="nhsuk-u-visually-hidden"> as it stood on {dayAndTime(sitting.to)}</span>
      </button>
    </form>
  );
}

function whenText({ from, to }: Sitting): string {
  return from.slice(0, 16) === to.slice(0, 16) || clockTime(from) === clockTime(to)
    ? dayAndTime(to)
    : HISTORY.fromTo(dayAndTime(from), clockTime(to));
}
