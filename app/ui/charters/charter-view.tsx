// A charter to read: what it is, what its levels ask, and its criteria with every rating.
import { NOT_OFFERED } from '#words/charters/charters-pages.ts';
import { charterTitle } from '#app/domain/charter/charter.ts';
import type { CharterText, CharterPage } from '#app/queries/charters/charter-page.ts';
import { MeaningOf } from './statement-lists.tsx';
import { Crosswalk } from '#app/ui/charters/crosswalk.tsx';
import { Languages, Translated } from './languages.tsx';
import { Prose } from '#app/ui/kit/prose.tsx';
import { SummaryList } from '#app/ui/kit/lists/summary-list.tsx';

export function CharterView({ page }: { readonly page: CharterPage }) {
  return (
    <Prose title={charterTitle(page)}>
      {page.state === 'offered' ? null : (
        <div className="nhsuk-inset-text">
          <p>{NOT_OFFERED[page.state]}</p>
        </div>
      )}
      <Languages languages={page.languages} />
      <Translated note={page.translated} />
      <CharterParts page={page} />
    </Prose>
  );
}

/** What a charter is, what its levels ask, and its criteria. */
export function CharterParts({ page }: { readonly page: CharterText }) {
  return (
    <>
      <p className="nhsuk-lede-text">{page.summary}</p>
      <div className="nhsuk-inset-text">
        <p>{page.notice}</p>
      </div>
      <h2 className="nhsuk-heading-m">Ratings</h2>
      <dl className="nhsuk-summary-list">
        {page.scale.map(({ rating, label, meaning }) => (
          <div className="nhsuk-summary-list__row" key={rating}>
            <dt className="nhsuk-summary-list__key">
              {rating} {label}
            </dt>
            <dd className="nhsuk-summary-list__value">{meaning}</dd>
          </div>
        ))}
      </dl>
      <h2 className="nhsuk-heading-m">Levels</h2>
      {page.levels.map(({ id, label, means, needs }) => (
        <section key={id}>
          <h3 className="nhsuk-heading-s">{label}</h3>
          <p>{means}</p>
          <details className="nhsuk-details">
            <summary className="nhsuk-details__summary">
              <span className="nhsuk-details__summary-text">What {label} needs</span>
            </summary>
            <div className="nhsuk-details__text">
              <ul className="nhsuk-list nhsuk-list--bullet">
                {needs.map((need) => (
                  <li key={need}>{need}</li>
                ))}
              </ul>
            </div>
          </details>
        </section>
      ))}
      {page.sections.map((section) => (
        <section key={section.id}>
          <h2 className="nhsuk-heading-m">{section.title}</h2>
          <p>{section.summary}</p>
          {section.criteria.map((criterion) => (
            <details className="nhsuk-details" key={criterion.id}>
              <summary className="nhsuk-details__summary">
                <span className="nhsuk-details__summary-text">
                  {criterion.id} {criterion.title}
                </span>
              </summary>
              <div className="nhsuk-details__text">
                <p>{criterion.question}</p>
                <p>Weight {criterion.weight}</p>
                {criterion.shared ? <p>Answered once for the organisation.</p> : null}
                {criterion.applies === '' ? null : <p>{criterion.applies}</p>}
                <dl>
                  {criterion.descriptors.map(({ label, text, statements }) => (
                    <div key={label}>
                      <dt>
                        <strong>{label}</strong>
                      </dt>
                      <dd className="nhsuk-u-margin-left-0 nhsuk-u-margin-bottom-3">
                        <MeaningOf text={text} statements={statements} />
                      </dd>
                    </div>
                  ))}
                </dl>
                <Crosswalk crosswalk={criterion.crosswalk} />
              </div>
            </details>
          ))}
        </section>
      ))}
      <Explained page={page} />
      <h2 className="nhsuk-heading-m">Sources</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {page.sources.map(({ citation, url }) => (
          <li key={citation}>{url === null ? citation : <a href={url}>{citation}</a>}</li>
        ))}
      </ul>
    </>
  );
}

function Statements({ statements }: { readonly statements: readonly string[] }) {
  return (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {statements.map((statement) => (
        <li key={statement}>{statement}</li>
      ))}
    </ul>
  );
}

/** What is asked once, the kinds of evidence, the words, and what this version changed. */
function Explained({ page }: { readonly page: CharterText }) {
  return (
    <>
      {page.facts.length === 0 ? null : (
        <>
          <h2 className="nhsuk-heading-m">Asked once, at the start</h2>
          <Statements statements={page.facts} />
        </>
      )}
      <Terms
        title="Kinds of evidence"
        terms={page.kinds.map(({ label, means }) => [label, means])}
      />
      <Terms title="Words" terms={page.glossary.map(({ term, means }) => [term, means])} />
      <Terms
        title="What this version changed, and why"
        terms={page.changes.map(({ of, why }) => [of, why])}
      />
    </>
  );
}

type Term = readonly [term: string, means: string];

function Terms({ title, terms }: { readonly title: string; readonly terms: readonly Term[] }) {
  if (terms.length === 0) return null;
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">{title}</span>
      </summary>
      <div className="nhsuk-details__text">
        <SummaryList rows={terms} />
      </div>
    </details>
  );
}
