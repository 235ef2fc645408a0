// What was submitted for one criterion, as panels read it: claim, narrative, evidence, indicators.
import { addressOf } from '#app/addresses.ts';
import type { RatingPage, SubmittedCriterion } from '#app/queries/review/rating-page.ts';
import { OfKind } from '#app/ui/evidence/kind-of-evidence.tsx';
import { ANSWER_HEADING, ORGANISATION_ANSWER } from '#words/assessment/organisation-answers.ts';
import { dayText } from '#words/kit/time.ts';
import { TickedList } from '#app/ui/charters/statement-lists.tsx';
import { WordChanges } from '#app/ui/kit/words/changed-words.tsx';

type Props = { readonly page: SubmittedCriterion };

export function Submitted({ page }: Props) {
  const { claim, criterion } = page;
  return (
    <>
      <h2 className="nhsuk-heading-m">
        {claim.byOrganisation ? ANSWER_HEADING.organisation : ANSWER_HEADING.department}
      </h2>
      {claim.byOrganisation ? <p>{ORGANISATION_ANSWER.once}</p> : null}
      {claim.ruledOut === null ? null : <p>{claim.ruledOut}</p>}
      {claim.ruledOut !== null ? null : claim.notApplicable === null ? (
        <p>
          Claimed: <strong>{claim.claimed}</strong>.
          {claim.reasons.length === 0 ? '' : ` Supported by what is attached: ${claim.supported}.`}{' '}
          {claim.reasons.join(' ')}
        </p>
      ) : (
        <p>The department says that this criterion does not apply:</p>
      )}
      {claim.notApplicable === null && claim.ruledOut === null ? (
        <TickedList shown={page.statements} level="h3" />
      ) : null}
      <div className="nhsuk-inset-text">
        <p className="app-narrative">
          {claim.notApplicable || claim.narrative || 'Nothing is written.'}
        </p>
      </div>
      <Evidence page={page} />
      {claim.note === '' ? null : (
        <>
          <h2 className="nhsuk-heading-m">{ORGANISATION_ANSWER.noteTitle}</h2>
          <p className="app-narrative">{claim.note}</p>
        </>
      )}
      {page.indicators.length === 0 ? null : (
        <>
          <h2 className="nhsuk-heading-m">Workforce indicators</h2>
          <dl className="nhsuk-summary-list">
            {page.indicators.map(({ label, value }) => (
              <div className="nhsuk-summary-list__row" key={`${label} ${value}`}>
                <dt className="nhsuk-summary-list__key">{label}</dt>
                <dd className="nhsuk-summary-list__value">{value}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {page.actions.length === 0 ? null : (
        <>
          <h2 className="nhsuk-heading-m">Actions for {criterion.id}</h2>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {page.actions.map(({ id, objective, dueOn }) => (
              <li key={id}>
                {objective}
                {dueOn === null ? '' : `, due ${dayText(dueOn)}`}
              </li>
            ))}
          </ul>
          <p>
            <a href={addressOf('/reviews/:review/plan', { review: page.id })}>
              Read the whole action plan
            </a>
          </p>
        </>
      )}
    </>
  );
}

function Evidence({ page: { id, evidence } }: Props) {
  return (
    <section aria-labelledby="evidence">
      <h2 className="nhsuk-heading-m" id="evidence">
        Evidence
      </h2>
      {evidence.length === 0 ? <p>No evidence is attached.</p> : null}
      {evidence.map((item) => (
        <div className="app-evidence" key={item.id}>
          <h3 className="nhsuk-heading-s">{item.title}</h3>
          <OfKind kind={item.kind} />
          {item.description === '' ? null : <p className="app-narrative">{item.description}</p>}
          {item.file === null ? null : item.file.erased !== null ? (
            <p className="app-narrative">
              <bdi>{item.file.name}</bdi>. {item.file.erased}.
            </p>
          ) : (
            <p>
              <a
                href={addressOf('/reviews/:review/evidence/:evidence', {
                  review: id,
                  evidence: item.id,
                })}
              >
                Look at <bdi>{item.file.name}</bdi>
              </a>{' '}
              ({item.file.size})
            </p>
          )}
          {item.link === null ? null : (
            <p className="app-narrative">
              {item.link} <br />
              <span className="nhsuk-body-s">
                An address outside the submission. What counts is in the submission itself.
              </span>
            </p>
          )}
        </div>
      ))}
    </section>
  );
}

/** What changed since the panel asked for revisions. */
export function Earlier({ earlier }: Pick<RatingPage, 'earlier'>) {
  if (earlier === null) return null;
  const { number, requirement, claimedBefore, claimedNow, changes } = earlier;
  return (
    <section className="app-evidence" aria-labelledby="earlier">
      <h2 className="nhsuk-heading-m" id="earlier">
        Changed since submission {number}
      </h2>
      {requirement === '' ? (
        <p>The panel required nothing here.</p>
      ) : (
        <p>
          The panel required: <span className="app-narrative">{requirement}</span>
        </p>
      )}
      <p>
        {claimedBefore === claimedNow
          ? `Claimed as before: ${claimedNow}.`
          : `Claimed then: ${claimedBefore}. Claimed now: ${claimedNow}.`}
      </p>
      <WordChanges changes={changes} />
    </section>
  );
}
