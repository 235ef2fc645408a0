// The page of a charter while it is being written: what is wrong in its files, and what departments will see.
import { renderToStaticMarkup } from 'react-dom/server';
import type { ReactNode } from 'react';
import type { PlacedFinding, Watched } from '#app/domain/charter/authoring/watched.ts';
import { allCriteria, type Charter, charterTitle } from '#app/domain/charter/charter.ts';
import { progressOf } from '#app/domain/assessment/work-progress.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import { criterionPage } from '#app/queries/assessment/criterion-page.ts';
import { type CharterPage, charterText } from '#app/queries/charters/charter-page.ts';
import { AnswerForm } from '#app/ui/assessment/answer-form.tsx';
import { CriterionHead } from '#app/ui/assessment/criterion-head.tsx';
import { Guidance } from '#app/ui/assessment/criterion-view.tsx';
import { CharterView } from '#app/ui/charters/charter-view.tsx';
import { PageTitle } from '#app/ui/kit/error-summary.tsx';
import { Neighbours } from '#app/ui/kit/neighbours.tsx';
import { BackLink, Column } from '#app/ui/kit/page.tsx';
import { WATCH } from '#words/charters/watch-words.ts';
import { LANGUAGE } from '#words/language.ts';
import css from '#app/ui/kit/styles/styles.scss?inline';
import { RELOAD } from './reload-script.ts';

const CRITERION = /^\/criteria\/([A-Za-z0-9.-]+)$/;

/** The page at a path: the whole charter, or one criterion as departments answer it. */
function render(watched: Watched, path: string) {
  const id = CRITERION.exec(path)?.[1];
  const page = id === undefined ? <Whole watched={watched} /> : one(watched, id);
  const found = page !== null && (path === '/' || id !== undefined);
  const html = renderToStaticMarkup(
    <Shell watched={watched}>{found ? page : <Heading title={WATCH.noPage(id ?? path)} />}</Shell>,
  );
  return { status: found ? 200 : 404, html: `<!DOCTYPE html>${html}` };
}

/** The pages, and the styles and the script of every one. */
export const watchedPages = { render, styles: css, script: RELOAD };

function Shell({ watched, children }: { readonly watched: Watched; readonly children: ReactNode }) {
  return (
    <html lang={LANGUAGE} data-revision={watched.revision}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="stylesheet" href="/watch.css" />
        <script type="module" src="/watch.js" />
      </head>
      <body>
        <div className="nhsuk-width-container">
          <main className="nhsuk-main-wrapper" id="maincontent">
            <Findings watched={watched} />
            {children}
          </main>
        </div>
      </body>
    </html>
  );
}

function Findings({ watched: { mistakes, remarks, charter } }: { readonly watched: Watched }) {
  return (
    <section>
      {mistakes.length === 0 ? (
        <p role="status">{WATCH.sound}</p>
      ) : (
        <div className="nhsuk-error-summary">
          <div role="alert">
            <h2 className="nhsuk-error-summary__heading nhsuk-heading-m">
              {WATCH.mistakes(mistakes.length)}
            </h2>
            <div className="nhsuk-error-summary__body">
              <List findings={mistakes} />
              <p>{charter === null ? WATCH.neverSound : WATCH.lastSound}</p>
            </div>
          </div>
        </div>
      )}
      {remarks.length === 0 ? null : (
        <details className="nhsuk-details">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">{WATCH.remarks(remarks.length)}</span>
          </summary>
          <div className="nhsuk-details__text">
            <List findings={remarks} />
          </div>
        </details>
      )}
    </section>
  );
}

function List({ findings }: { readonly findings: readonly PlacedFinding[] }) {
  return (
    <ul className="nhsuk-list">
      {findings.map(({ file, line, column, code, message, lines }) => (
        <li key={`${file}:${line}:${column} ${code} ${message}`}>
          <strong>
            {file}:{line}:{column}
          </strong>{' '}
          {message}
          <pre className="app-narrative">
            {lines.map(({ number, text }) => (
              <code key={number}>
                {number === line ? '> ' : '  '}
                {String(number).padStart(5)} {text}
                {'\n'}
              </code>
            ))}
          </pre>
        </li>
      ))}
    </ul>
  );
}

function Heading({ title }: { readonly title: string }) {
  return (
    <>
      <PageTitle title={title} problems />
      <h1 className="nhsuk-heading-l">{title}</h1>
    </>
  );
}

/** What a charter is that nobody has published; it is shown in its own language. */
const AS_A_DRAFT: Pick<CharterPage, 'state' | 'languages' | 'translated'> = {
  state: 'draft',
  languages: [],
  translated: null,
};

function Whole({ watched: { charter, folder } }: { readonly watched: Watched }) {
  if (charter === null) return <Heading title={folder} />;
  return (
    <>
      <p>{WATCH.asDepartments}:</p>
      <ul className="nhsuk-list app-button-row">
        {allCriteria(charter).map(({ id, title }) => (
          <li key={id}>
            <a href={`/criteria/${id}`} title={title}>
              {id}
            </a>
          </li>
        ))}
      </ul>
      <CharterView page={{ ...charterText(charter), ...AS_A_DRAFT }} />
    </>
  );
}

/** The page of a criterion; null where the charter has none of this id. */
function one({ charter }: Watched, id: string) {
  const page = charter === null ? null : criterionPage(untouched(charter), id);
  if (charter === null || page === null) return null;
  return (
    <>
      <PageTitle title={`${page.criterion.id} ${page.criterion.title}`} />
      <BackLink to="/">{charterTitle(charter)}</BackLink>
      <Column>
        <CriterionHead place={page.section} position={page.position} criterion={page.criterion} />
        <Guidance criterion={page.criterion} />
        <p>{WATCH.notSaved}</p>
        <AnswerForm page={page} answered={null} onSaved={() => undefined} />
      </Column>
      <Neighbours
        toCriterion={(other) => `/criteria/${other}`}
        before={page.before}
        after={page.after}
      />
    </>
  );
}

/** An assessment of the charter in which nothing is said yet. */
function untouched(charter: Charter): Parameters<typeof criterionPage>[0] {
  const answerSet = { answers: new Map(), indicators: new Map() };
  const scorecard = scoreAssessment(charter, answerSet);
  return {
    id: 'watch',
    charter,
    answerSet,
    scorecard,
    progress: progressOf(charter, answerSet, { scorecard }),
    rows: [],
    evidence: [],
    ofOrganisation: null,
    isOfOrganisation: false,
    roundId: null,
    department: WATCH.department,
    organisation: WATCH.organisation,
    mayAnswer: true,
    mayAttachEvidence: false,
    mayEraseFile: false,
    mayPlanActions: false,
  };
}
