// One award before its administrator: exactly what is or becomes public, the steps, the objections.
import { AWARD_DOCUMENTS } from '#words/award/award-pages.ts';
import { addressOf } from '#app/addresses.ts';
import type { AwardDesk } from '#app/queries/award/awards-desk.ts';
import { AwardContent } from './award-content.tsx';
import { AwardReports } from './award-reports.tsx';
import { AwardFacts } from './award-view.tsx';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { Choices, TextArea } from '#app/ui/kit/fields.tsx';
import { ObjectionList } from './objection-list.tsx';
import { BackLink, Column, Done } from '#app/ui/kit/page.tsx';
import type { Refused } from '#app/ui/kit/refused.ts';
import { dayAndTime } from '#words/kit/time.ts';
import { UnshownWords } from '#app/ui/kit/words/unshown-words.tsx';

type Props = {
  readonly page: AwardDesk & { readonly done: string | null };
  readonly refused: Refused | null;
};

export function AwardDeskView({ page, refused }: Props) {
  const errors = refused?.errors ?? {};
  return (
    <>
      <PageTitle title={`Award ${page.number}`} problems={refused !== null} />
      <BackLink to={addressOf('/admin/awards')}>Awards</BackLink>
      <Column>
        <ErrorSummary problems={problemsOf(errors)} />
        <Done what={refused === null ? page.done : null} />
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">{page.number}</span>
          {page.level.label}: {page.department}, {page.organisation.name}
        </h1>
        <Standing page={page} />
        {page.appealOpen ? (
          <p>
            It cannot be published yet: the department has appealed against the decision.{' '}
            <a href={addressOf('/admin/appeals')}>Answer the appeal</a> first.
          </p>
        ) : null}
        {page.mayPublish ? <UnshownWords words={page.unshown} /> : null}
        {page.mayPublish ? <Publish error={errors['read']} /> : null}
        {page.mayWithdraw ? <Withdraw refused={refused} /> : null}
        <AwardReports reports={page.reports} />
        <ObjectionList objections={page.objections} refused={refused} />
        <h2 className="nhsuk-heading-m">
          {page.publishedAt === null ? 'What becomes public' : 'What is public'}
        </h2>
        <p>
          All of the following, and no more, on the page and as an award report, an action plan and
          a certificate to download: no counts of people, no indicators, no evidence, no ratings of
          single reviewers, and no names of people in the plan. Names that someone wrote into a
          narrative are not found by us: look for them.
        </p>
        {page.mayPublish ? <ToLookAt page={page} /> : null}
        <p className="nhsuk-lede-text">{page.summary}</p>
        <AwardFacts page={page} />
      </Column>
      <AwardContent page={page} />
      <InTheReport page={page} />
    </>
  );
}

function ToLookAt({ page: { toLookAt } }: { readonly page: AwardDesk }) {
  if (toLookAt.length === 0) return null;
  return (
    <div className="nhsuk-inset-text">
      <p>
        Numbers from one to seven stand in what the department wrote. Look whether they count people
        so few that readers know who is meant; if so, do not publish yet, and ask the department.
      </p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {toLookAt.map(({ criterion, numbers }) => (
          <li key={criterion}>
            {criterion}: {numbers.join(', ')}
          </li>
        ))}
      </ul>
    </div>
  );
}

function InTheReport({ page: { recommendations } }: { readonly page: AwardDesk }) {
  return (
    <Column>
      <h2 className="nhsuk-heading-m">In the award report, beside all of this</h2>
      {recommendations.length === 0 ? <p>The panel recommended nothing.</p> : null}
      <ul className="nhsuk-list nhsuk-list--bullet">
        {recommendations.map(({ criterion, text }) => (
          <li key={criterion}>
            Recommendation for {criterion}: {text}
          </li>
        ))}
      </ul>
    </Column>
  );
}

function Standing({ page }: { readonly page: AwardDesk }) {
  const { publishedAt, publishedBy, withdrawnAt, withdrawnBy, withdrawnReason, number } = page;
  if (publishedAt === null && withdrawnAt === null) return <p>It is not in the register yet.</p>;
  return (
    <>
      {publishedAt === null ? null : (
        <p>
          <a href={addressOf('/awards/:award', { award: number })}>In the register</a> since{' '}
          {dayAndTime(publishedAt)}, approved by {publishedBy ?? 'an account that is gone'}.
        </p>
      )}
      {withdrawnAt === null ? null : (
        <p>
          Withdrawn on {dayAndTime(withdrawnAt)} by {withdrawnBy ?? 'an account that is gone'}.
          Reason: {withdrawnReason}
        </p>
      )}
      {withdrawnAt === null ? null : <KeptDocuments page={page} />}
    </>
  );
}

function KeptDocuments({ page: { documents, number } }: { readonly page: AwardDesk }) {
  return (
    <>
      <p>The public is not given its documents any more. They are kept, for you to read:</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {documents.map(({ kind }) => (
          <li key={kind}>
            <a href={addressOf('/awards/:award/documents/:kind', { award: number, kind })}>
              {AWARD_DOCUMENTS[kind]} (PDF)
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Publish({ error }: { readonly error: string | undefined }) {
  return (
    <form method="post" noValidate>
      <h2 className="nhsuk-heading-m">Publish</h2>
      <p>Your name is kept as who approved it. The public does not see it.</p>
      <Choices
        kind="checkbox"
        name="read"
        label="Before you publish"
        options={[
          {
            value: 'yes',
            label: 'I have read what becomes public, and it names no member of staff',
          },
        ]}
        chosen={[]}
        error={error}
      />
      <button className="nhsuk-button" name="intent" value="publish">
        Publish the award
      </button>
    </form>
  );
}

function Withdraw({ refused }: { readonly refused: Refused | null }) {
  const error = refused?.errors['reason'];
  return (
    <details className="nhsuk-details" open={error !== undefined}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">Withdraw the award</span>
      </summary>
      <div className="nhsuk-details__text">
        <form method="post" noValidate>
          <p>
            The award stays in the register and says that it is withdrawn, when and why. Its
            credential does not hold any longer, and its report, plan and certificate are not given
            out any more. This cannot be undone.
          </p>
          <TextArea
            name="reason"
            label="The reason, for everyone to read"
            rows={3}
            value={refused?.typed['reason']}
            error={error}
          />
          <button className="nhsuk-button nhsuk-button--warning" name="intent" value="withdraw">
            Withdraw the award
          </button>
        </form>
      </div>
    </details>
  );
}
