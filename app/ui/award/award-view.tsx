// The public page of an award.
import { AWARD, AWARD_DOCUMENTS } from '#words/award/award-pages.ts';
import { LABEL } from '#words/kit/labels.ts';
import { addressOf } from '#app/addresses.ts';
import { charterTitle } from '#app/domain/charter/charter.ts';
import type { AwardPage } from '#app/queries/award/award-page.ts';
import { AwardContent } from './award-content.tsx';
import { AwardStateTag, OrganisationNow } from './award-state.tsx';
import { awardStateText } from '#words/award/stage-text.ts';
import { PageTitle } from '#app/ui/kit/error-summary.tsx';
import { LevelSign } from '#app/ui/kit/level-sign.tsx';
import { BackLink, Column } from '#app/ui/kit/page.tsx';
import { dayOf, dayText } from '#words/kit/time.ts';

export function AwardView({ page }: { readonly page: AwardPage }) {
  const { organisation, department, level } = page;
  return (
    <>
      <PageTitle title={`${level.label}: ${department}, ${organisation.name}`} />
      <BackLink to={addressOf('/awards')}>Award register</BackLink>
      <Column>
        <StateNotice page={page} />
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">{page.charter.title}</span>
          {level.label}: {department}, {organisation.name} <LevelSign steps={level.steps} />
        </h1>
        <p className="nhsuk-lede-text">{page.summary}</p>
        <Documents page={page} />
        <AwardFacts page={page} />
      </Column>
      <AwardContent page={page} />
      <Column>
        <History page={page} />
        <p>
          <a href={addressOf('/awards/organisations/:holder', { holder: organisation.id })}>
            All awards of {organisation.name}
          </a>
        </p>
        {page.state === 'withdrawn' ? null : (
          <p>
            <a href={addressOf('/awards/:award/objection', { award: page.number })}>
              Object to this award
            </a>
          </p>
        )}
        <p className="nhsuk-body-s">{page.notice}</p>
      </Column>
    </>
  );
}

function StateNotice({ page }: { readonly page: AwardPage }) {
  const { state, withdrawnAt, withdrawnReason } = page;
  if (state === 'withdrawn' && withdrawnAt !== null) {
    return (
      <div className="nhsuk-warning-callout">
        <h2 className="nhsuk-warning-callout__label">This award has been withdrawn</h2>
        <p>
          It was withdrawn on {dayOf(withdrawnAt)} and does not hold any more. The reason:{' '}
          {withdrawnReason}
        </p>
      </div>
    );
  }
  if (state === 'expired') {
    return (
      <div className="nhsuk-warning-callout">
        <h2 className="nhsuk-warning-callout__label">This award has expired</h2>
        <p>Its last day was {dayText(page.lastDay)}. It does not hold any more.</p>
      </div>
    );
  }
  return null;
}

function Documents({ page: { documents, number, state } }: { readonly page: AwardPage }) {
  return (
    <section aria-labelledby="documents">
      <h2 className="nhsuk-heading-m" id="documents">
        Documents
      </h2>
      <ul className="nhsuk-list">
        {state === 'withdrawn' ? (
          <li>Its report, plan and certificate are no longer given out.</li>
        ) : null}
        {(state === 'withdrawn' ? [] : documents).map(({ kind, size }) => (
          <li key={kind}>
            <a href={addressOf('/awards/:award/documents/:kind', { award: number, kind })}>
              Download the {AWARD_DOCUMENTS[kind].toLowerCase()} (PDF, {sizeText(size)})
            </a>
          </li>
        ))}
        {state === 'withdrawn' ? null : (
          <li>
            <a href={addressOf('/awards/:award/credential', { award: number })}>
              Download the signed credential (Open Badges 3.0, .jwt)
            </a>
          </li>
        )}
        <li>
          <a href={addressOf('/verify/:award', { award: number })}>
            Check that this award is genuine
          </a>
        </li>
      </ul>
    </section>
  );
}

function sizeText(bytes: number): string {
  return AWARD.size(Math.max(1, Math.round(bytes / 1000)));
}

/** The facts of an award: what it is, whose, and how long it holds. */
export function AwardFacts({ page }: { readonly page: Omit<AwardPage, 'publishedAt'> }) {
  const facts = [
    [LABEL.level, `${page.level.label}${page.means === '' ? '' : `: ${page.means}`}`],
    [LABEL.charter, charterTitle(page.charter)],
    [AWARD.awarded, dayText(page.awardedOn)],
    [
      LABEL.validUntil,
      page.graceUntil === null
        ? dayText(page.validUntil)
        : AWARD.withGrace(dayText(page.validUntil), dayText(page.lastDay)),
    ],
    [LABEL.number, page.number],
  ] as const;
  return (
    <dl className="nhsuk-summary-list">
      <div className="nhsuk-summary-list__row">
        <dt className="nhsuk-summary-list__key">State</dt>
        <dd className="nhsuk-summary-list__value">
          <AwardStateTag state={page.state} />
        </dd>
      </div>
      <div className="nhsuk-summary-list__row">
        <dt className="nhsuk-summary-list__key">Organisation</dt>
        <dd className="nhsuk-summary-list__value">
          {page.organisation.name}
          <OrganisationNow organisation={page.organisation} />
        </dd>
      </div>
      {facts.map(([key, value]) => (
        <div className="nhsuk-summary-list__row" key={key}>
          <dt className="nhsuk-summary-list__key">{key}</dt>
          <dd className="nhsuk-summary-list__value">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function History({ page: { history } }: { readonly page: AwardPage }) {
  if (history.length === 0) return null;
  return (
    <section aria-labelledby="history">
      <h2 className="nhsuk-heading-m" id="history">
        Other awards of this department
      </h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {history.map((other) => (
          <li key={other.number}>
            <a href={addressOf('/awards/:award', { award: other.number })}>
              {other.level.label}, {dayText(other.awardedOn)}
            </a>
            : {other.isLater ? 'later' : 'earlier'}, {awardStateText(other.state).toLowerCase()},
            made to {other.department}, {other.organisation.name}
          </li>
        ))}
      </ul>
    </section>
  );
}
