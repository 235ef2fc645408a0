// The page of a charter while it is being written: what is wrong in its files, and what departments will see.
import { renderToStaticMarkup } from 'react-dom/server';
import type { ReactNode } from 'react';
import type { PlacedFinding, Watched } from '#app/domain/charter/authoring/watched.ts';
import { allCriteria, type Charter, charterTitle } from '#app/domain/charter/charter.ts';
import { progressOf } from '#app/domain/assessment/work-progress.ts';
import { scoreAssessment } from '#app/domain/scoring/score.ts';
import { direction, lookUp } from '#app/domain/charter/translation/language-tag.ts';
import { languagesIn, translationNote } from '#app/queries/charters/languages.ts';
import { criterionPage } from '#app/queries/assessment/criterion-page.ts';
import { type CharterPage, charterText } from '#app/queries/charters/charter-page.ts';
import { AnswerForm } from '#app/ui/assessment/answer-form.tsx';
import { CriterionHead } from '#app/ui/assessment/criterion-head.tsx';
import { Guidance } from '#app/ui/assessment/criterion-view.tsx';
import { Languages } from '#app/ui/charters/languages.tsx';
import { CharterView } from '#app/ui/charters/charter-view.tsx';
import { PageTitle } from '#app/ui/kit/error-summary.tsx';
import { Neighbours } from '#app/ui/kit/neighbours.tsx';
import { ReadingProvider } from '#app/ui/kit/jsx/passage.ts';
import { BackLink, Column } from '#app/ui/kit/page.tsx';
import { WATCH } from '#words/charters/watch-words.ts';
import { LANGUAGE } from '#words/language.ts';
import css from '#app/ui/kit/styles/styles.scss?inline';
import { RELOAD } from './reload-script.ts';

const CRITERION = /^\/criteria\/([A-Za-z0-9.-]+)$/;

/** The page at a path, in a language that is asked for: the whole charter, or one criterion as departments answer it. */
function render(watched: Watched, path: string, asked: string | null) {
  const shown = shownIn(watched, asked);
  const { language } = shown;
  const id = CRITERION.exec(path)?.[1];
  const page = id === undefined ? <Whole shown={shown} /> : one(shown, id);
  const found = page !== null && (path === '/' || id !== undefined);
  const html = renderToStaticMarkup(
    <ReadingProvider value={readingIn(language)}>
      <Shell watched={watched}>{found ? page : <Heading title={WATCH.noPage(id ?? path)} />}</Shell>
    </ReadingProvider>,
  );
  return { status: found ? 200 : 404, html: `<!DOCTYPE html>${html}` };
}

function readingIn(language: string | null) {
  return language === null ? null : { language, direction: direction(language) };
}

function shownIn(watched: Watched, asked: string | null): Shown {
  const { translations } = watched;
  const language = asked === null ? null : lookUp(asked, translations.keys());
  const found = language === null ? undefined : translations.get(language);
  return found === undefined
    ? { ...watched, language: null }
    : { ...watched, charter: found.charter, language };
}

/** What is watched, with the charter in the language that is asked for; null = its own. */
type Shown = Watched & { readonly language: string | null };

/** The address of a page in the same language. */
function addressIn({ language }: Shown, path: string): string {
  return language === null ? path : `${path}?language=${language}`;
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

function Findings({ watched }: { readonly watched: Watched }) {
  const { mistakes, remarks, charter, gone, folder } = watched;
  if (gone) return <Gone folder={folder} isShown={charter !== null} />;
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

type GoneProps = { readonly folder: string; readonly isShown: boolean };

function Gone({ folder, isShown }: GoneProps) {
  return (
    <div className="nhsuk-error-summary">
      <div role="alert">
        <h2 className="nhsuk-error-summary__heading nhsuk-heading-m">{WATCH.goneTitle}</h2>
        <div className="nhsuk-error-summary__body">
          <p>{WATCH.gone(folder)}</p>
          {isShown ? <p>{WATCH.lastSound}</p> : null}
        </div>
      </div>
    </div>
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

function Whole({ shown }: { readonly shown: Shown }) {
  const { charter, folder, translations, language } = shown;
  if (charter === null) return <Heading title={folder} />;
  // What a charter is that nobody has published.
  const asADraft: Pick<CharterPage, 'state' | 'languages' | 'translated'> = {
    state: 'draft',
    languages: languagesIn(translations.keys()),
    translated: translationNote({ charter, translations }, language),
  };
  return (
    <>
      <p>{WATCH.asDepartments}:</p>
      <ul className="nhsuk-list app-button-row">
        {allCriteria(charter).map(({ id, title }) => (
          <li key={id}>
            <a href={addressIn(shown, `/criteria/${id}`)} title={title}>
              {id}
            </a>
          </li>
        ))}
      </ul>
      <CharterView page={{ ...charterText(charter), ...asADraft }} />
    </>
  );
}

/** The page of a criterion; null where the charter has none of this id. */
function one(shown: Shown, id: string) {
  const { charter, translations } = shown;
  const page = charter === null ? null : criterionPage(untouched(charter), id);
  if (charter === null || page === null) return null;
  return (
    <>
      <PageTitle title={`${page.criterion.id} ${page.criterion.title}`} />
      <BackLink to={addressIn(shown, '/')}>{charterTitle(charter)}</BackLink>
      <Languages languages={languagesIn(translations.keys())} />
      <Column>
        <CriterionHead place={page.section} position={page.position} criterion={page.criterion} />
        <Guidance criterion={page.criterion} />
        <p>{WATCH.notSaved}</p>
        <AnswerForm page={page} answered={null}>
          {null}
        </AnswerForm>
      </Column>
      <Neighbours
        toCriterion={(other) => addressIn(shown, `/criteria/${other}`)}
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
