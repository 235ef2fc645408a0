// The decision as the department reads it: outcome, what to do now, feedback by criterion, appeal.
import { ON_CRITERION, PANEL_FEEDBACK } from '#words/review/panel-feedback-words.ts';
import { TitledList } from '#app/ui/kit/lists/titled-list.tsx';
import { addressOf } from '#app/addresses.ts';
import type { DecisionPage } from '#app/queries/review/decision-page.ts';
import { Answered } from './appeals-view.tsx';
import { AssessmentFrame } from '#app/ui/kit/assessment-frame.tsx';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { TickedList } from '#app/ui/charters/statement-lists.tsx';
import { FeedbackTexts } from './feedback-texts.tsx';
import { TextArea } from '#app/ui/kit/fields.tsx';
import { Column, Done } from '#app/ui/kit/page.tsx';
import type { Refused } from '#app/ui/kit/refused.ts';
import { dayAndTime, dayText } from '#words/kit/time.ts';

type Props = {
  readonly page: DecisionPage & { readonly done: string | null };
  readonly refused: Refused | null;
};
type Decision = NonNullable<DecisionPage['decision']>;

export function DecisionView({ page, refused }: Props) {
  const { decision } = page;
  return (
    <AssessmentFrame id={page.id} here="check">
      <PageTitle title={`Decision: ${page.department}`} problems={refused !== null} />
      <Column>
        <ErrorSummary problems={problemsOf(refused?.errors ?? {})} />
        <Done what={refused === null ? page.done : null} />
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">{page.department}</span>
          {decision === null ? 'Decision' : decision.outcome}
        </h1>
        {decision === null ? (
          <p>
            The panel has not decided yet. You are told by email when it has; nothing of the review
            can be seen before.
          </p>
        ) : (
          <>
            <Outcome page={page} decision={decision} />
            <Appeals page={page} decision={decision} refused={refused} />
            <Requirements decision={decision} />
            <Feedback decision={decision} />
            <Panel decision={decision} />
          </>
        )}
        <Earlier page={page} />
      </Column>
    </AssessmentFrame>
  );
}

function Outcome({ page, decision }: { readonly page: DecisionPage; readonly decision: Decision }) {
  const { award } = decision;
  return (
    <>
      {decision.correction === null ? null : (
        <div className="nhsuk-inset-text">
          <p>This decision takes the place of an earlier one: {decision.correction}</p>
        </div>
      )}
      <p className="nhsuk-lede-text">{decision.meaning}</p>
      <p className="app-narrative">{decision.summary}</p>
      <TitledList title={PANEL_FEEDBACK.agreedFacts} items={decision.agreedFacts} />
      {award === null ? null : (
        <p>
          Award <strong>{award.number}</strong>, {award.level}: valid from{' '}
          {dayText(award.awardedOn)} to {dayText(award.validUntil)}.{' '}
          {award.withdrawn === null ? (
            award.published ? (
              <a href={addressOf('/awards/:award', { award: award.number })}>
                See it in the register
              </a>
            ) : (
              'It is not in the register yet.'
            )
          ) : (
            `It does not stand any longer: ${award.withdrawn}`
          )}
        </p>
      )}
      {decision.nextSteps.length === 0 ? null : (
        <>
          <h2 className="nhsuk-heading-m">What you can do now</h2>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {decision.nextSteps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ul>
        </>
      )}
      {decision.appealEndedOn === null ? null : (
        <p>The time to appeal ended on {dayText(decision.appealEndedOn)}.</p>
      )}
      {decision.may.revise ? (
        <form method="post">
          <input type="hidden" name="intent" value="revise" />
          <button className="nhsuk-button">Open the assessment for revisions</button>
        </form>
      ) : null}
      <p>
        <a href={addressOf('/assessments/:id/decision/feedback.pdf', { id: page.id })}>
          Download the panel’s feedback (PDF)
        </a>
      </p>
    </>
  );
}

type AppealProps = {
  readonly page: DecisionPage;
  readonly decision: Decision;
  readonly refused: Refused | null;
};

function Appeals({ page, decision, refused }: AppealProps) {
  return (
    <>
      {page.appeals.map((appeal) => (
        <section className="app-evidence" key={appeal.id} aria-labelledby={`appeal-${appeal.id}`}>
          <h2 className="nhsuk-heading-m" id={`appeal-${appeal.id}`}>
            Appeal of {dayAndTime(appeal.madeAt)}
          </h2>
          <p className="app-narrative">{appeal.grounds}</p>
          {appeal.outcome === null ? (
            <p>The awarding body has not answered it yet.</p>
          ) : (
            <Answered appeal={appeal} />
          )}
        </section>
      ))}
      {decision.may.appeal ? (
        <details className="nhsuk-details" open={refused?.errors['grounds'] !== undefined}>
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">Appeal the decision</span>
          </summary>
          <div className="nhsuk-details__text">
            <form method="post" noValidate>
              <input type="hidden" name="intent" value="appeal" />
              <TextArea
                name="grounds"
                label="Grounds of the appeal"
                hint="What was overlooked or not done as it should be. If it is accepted, a panel of other people reviews your submission as it was."
                rows={6}
                value={refused?.typed['grounds']}
                error={refused?.errors['grounds']}
              />
              <button className="nhsuk-button nhsuk-button--secondary">Make the appeal</button>
            </form>
          </div>
        </details>
      ) : null}
    </>
  );
}

function Requirements({ decision: { requirements } }: { readonly decision: Decision }) {
  if (requirements.length === 0) return null;
  return (
    <section aria-labelledby="requirements">
      <h2 className="nhsuk-heading-m" id="requirements">
        What the panel requires
      </h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {requirements.map(({ criterion, requirement }) => (
          <li key={criterion}>
            <a href={`#criterion-${criterion}`}>{criterion}</a>:{' '}
            <span className="app-narrative">{requirement}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Feedback({ decision: { sections } }: { readonly decision: Decision }) {
  return (
    <>
      <h2 className="nhsuk-heading-m">Feedback by criterion</h2>
      {sections.map((section) => (
        <details className="nhsuk-details" key={section.id} open>
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">{section.title}</span>
          </summary>
          <div className="nhsuk-details__text">
            {section.criteria.map((criterion) => (
              <Criterion key={criterion.id} criterion={criterion} />
            ))}
          </div>
        </details>
      ))}
    </>
  );
}

type CriterionProps = { readonly criterion: Decision['sections'][number]['criteria'][number] };

function Criterion({ criterion }: CriterionProps) {
  return (
    <div className="app-evidence">
      <h3 className="nhsuk-heading-s" id={`criterion-${criterion.id}`}>
        {criterion.id} {criterion.title}
      </h3>
      {criterion.ruledOut === null ? (
        <Decided criterion={criterion} />
      ) : (
        <p>{criterion.ruledOut}</p>
      )}
    </div>
  );
}

function Decided({ criterion }: CriterionProps) {
  return (
    <>
      <p>
        Claimed: {criterion.claimed}. The panel: <strong>{criterion.consensus}</strong>.
        {criterion.capped
          ? ` With the evidence and indicators as they are, it counts as ${criterion.supported}.`
          : ''}
      </p>
      <TickedList shown={criterion.statements} level="h4" title={ON_CRITERION.foundTrue} />
      <FeedbackTexts given={criterion} />
    </>
  );
}

function Panel({ decision }: { readonly decision: Decision }) {
  const { agreement, panel } = decision;
  return (
    <section aria-labelledby="panel">
      <h2 className="nhsuk-heading-m" id="panel">
        How the panel decided
      </h2>
      <p>
        {agreement.meaning} {agreement.spread}
      </p>
      <p className="nhsuk-body-s">
        Krippendorff’s alpha (ordinal): {agreement.alpha}. Gwet’s AC2 (quadratic weights):{' '}
        {agreement.ac2}.
      </p>
      <p>{panel.quorum}</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {panel.members.map(({ name, seat }) => (
          <li key={name}>
            <bdi>{name}</bdi>: {seat}
          </li>
        ))}
      </ul>
      <p className="nhsuk-body-s">
        Recorded by {decision.by} on {dayAndTime(decision.at)}. Fingerprint of the record (SHA-256):{' '}
        <code className="app-narrative">{decision.sha256}</code>
        {decision.trail === null ? null : (
          <>
            . Place in the record of events: <code className="app-narrative">{decision.trail}</code>
          </>
        )}
      </p>
    </section>
  );
}

function Earlier({ page: { earlier } }: Pick<Props, 'page'>) {
  if (earlier.length === 0) return null;
  return (
    <section aria-labelledby="earlier">
      <h2 className="nhsuk-heading-m" id="earlier">
        Earlier decisions
      </h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {earlier.map(({ id, at, outcome, superseded }) => (
          <li key={id}>
            {dayAndTime(at)}: {outcome}
            {superseded ? ', superseded' : ''}
          </li>
        ))}
      </ul>
    </section>
  );
}
