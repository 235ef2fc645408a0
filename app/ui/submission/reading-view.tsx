// A whole assessment to read on one page: links lead from criterion to criterion, and paper has all of it.
import { addressOf } from '#app/addresses.ts';
import type { ReadingPage } from '#app/queries/submission/reading-page.ts';
import { TickedList } from '#app/ui/charters/statement-lists.tsx';
import { AssessmentFrame } from '#app/ui/kit/assessment-frame.tsx';
import { PageTitle } from '#app/ui/kit/error-summary.tsx';
import { SummaryList } from '#app/ui/kit/lists/summary-list.tsx';
import { BackLink, Column } from '#app/ui/kit/page.tsx';
import { FACTS } from '#words/assessment/assessment-pages.ts';
import { ANSWER_HEADING, ORGANISATION_ANSWER } from '#words/assessment/organisation-answers.ts';
import { READING } from '#words/assessment/reading-words.ts';
import { LABEL } from '#words/kit/labels.ts';

export function ReadingView({ page }: { readonly page: ReadingPage }) {
  return (
    <AssessmentFrame id={page.id} isOfOrganisation={page.isOfOrganisation} here={null}>
      <PageTitle title={READING.of(page.department)} />
      <BackLink to={addressOf('/assessments/:id', { id: page.id })}>
        Task list of {page.department}
      </BackLink>
      <Column>
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">{page.department}</span>
          {READING.title}
        </h1>
        <p>{READING.standing(page)}</p>
        {page.changed === null ? null : <p>{READING.changed(page.changed)}</p>}
        {page.facts.length === 0 ? null : (
          <>
            <h2 className="nhsuk-heading-m">{FACTS.title}</h2>
            <SummaryList rows={page.facts.map(({ label, value }) => [label, value])} />
          </>
        )}
        <nav aria-label={READING.contents}>
          <ol className="nhsuk-list nhsuk-list--number">
            {page.sections.map(({ id, title }) => (
              <li key={id}>
                <a href={`#section-${id}`}>{title}</a>
              </li>
            ))}
          </ol>
        </nav>
        {page.sections.map((section) => (
          <section key={section.id} aria-labelledby={`section-${section.id}`}>
            <h2 className="nhsuk-heading-l" id={`section-${section.id}`} tabIndex={-1}>
              {section.title}
            </h2>
            <p>{section.summary}</p>
            <p>{READING.score(section.score)}</p>
            {section.criteria.map((read) => (
              <Criterion key={read.page.criterion.id} read={read} />
            ))}
          </section>
        ))}
      </Column>
    </AssessmentFrame>
  );
}

type Read = ReadingPage['sections'][number]['criteria'][number];

function Criterion({ read: { page, next, isChanged } }: { readonly read: Read }) {
  const { criterion, counts } = page;
  const at = { id: page.id, criterion: criterion.id };
  return (
    <section className="app-evidence app-read" aria-labelledby={`read-${criterion.id}`}>
      <h3 className="nhsuk-heading-m" id={`read-${criterion.id}`} tabIndex={-1}>
        {criterion.id} {criterion.title}{' '}
        {isChanged ? (
          <strong className="nhsuk-tag nhsuk-tag--orange">{READING.isChanged}</strong>
        ) : null}
      </h3>
      <p>
        <em>{criterion.question}</em>
      </p>
      {counts.ruledOut === null ? <Said page={page} /> : <p>{counts.ruledOut}</p>}
      <p className="app-ways">
        <a href={addressOf('/assessments/:id/criteria/:criterion', at)}>
          {READING.open(criterion.id)}
        </a>{' '}
        <a href={addressOf('/assessments/:id/criteria/:criterion/comments', at)}>
          {READING.comments(criterion.id)}
        </a>{' '}
        {next === null ? null : <a href={`#read-${next}`}>{READING.next(next)}</a>}
      </p>
    </section>
  );
}

function Said({ page }: Pick<Read, 'page'>) {
  const { answer, counts, shared, statements } = page;
  const heading = shared === null ? ANSWER_HEADING.department : ANSWER_HEADING.organisation;
  return (
    <>
      <p>
        {LABEL.claimed}:{' '}
        <strong>{counts.applicable ? counts.claimedText : LABEL.notApplicable}</strong>.
        {counts.applicable ? ` ${LABEL.supported}: ${counts.supportedText}.` : ''}{' '}
        {counts.reasons.join(' ')}
      </p>
      {counts.applicable ? <TickedList shown={statements} level="h4" /> : null}
      <h4 className="nhsuk-heading-s">{heading}</h4>
      <p className="app-narrative">
        {answer.notApplicable || answer.narrative || READING.nothingWritten}
      </p>
      <Evidence page={page} />
      {shared === null || shared.note.text === '' ? null : (
        <>
          <h4 className="nhsuk-heading-s">{ORGANISATION_ANSWER.noteTitle}</h4>
          <p className="app-narrative">{shared.note.text}</p>
        </>
      )}
    </>
  );
}

function Evidence({ page: { id, evidence } }: Pick<Read, 'page'>) {
  if (evidence.length === 0) return <p>{READING.noEvidence}</p>;
  return (
    <>
      <h4 className="nhsuk-heading-s">{LABEL.evidence}</h4>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {evidence.map((item) => (
          <li key={item.id}>
            {item.file === null || item.held !== null || item.erased !== null ? (
              item.title
            ) : (
              <a
                href={addressOf('/assessments/:id/evidence/:evidence/file', {
                  id,
                  evidence: item.id,
                })}
              >
                {item.title}
              </a>
            )}
            {item.description === '' ? '' : `: ${item.description}`}
            {item.link === null ? '' : ` (${item.link})`}
          </li>
        ))}
      </ul>
    </>
  );
}
