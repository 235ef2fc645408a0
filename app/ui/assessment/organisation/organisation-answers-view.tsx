// What an organisation answers once, round by round: how far it is, and which departments have it.
import { ORGANISATION_SET } from '#words/assessment/organisation-answers.ts';
import { addressOf } from '#app/addresses.ts';
import type { OrganisationAnswersPage } from '#app/queries/assessment/organisation-answers-page.ts';
import { ErrorSummary, PageTitle } from '#app/ui/kit/error-summary.tsx';
import { BackLink, Column } from '#app/ui/kit/page.tsx';
import { dayAndTime } from '#words/kit/time.ts';

type Props = { readonly page: OrganisationAnswersPage; readonly problem: string | null };

export function OrganisationAnswersView({ page, problem }: Props) {
  return (
    <>
      <PageTitle title={`${ORGANISATION_SET.title}: ${page.name}`} problems={problem !== null} />
      <BackLink to={addressOf('/')}>Your assessments</BackLink>
      <Column>
        <ErrorSummary problems={problem === null ? [] : [{ field: '', text: problem }]} />
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">{page.name}</span>
          {ORGANISATION_SET.title}
        </h1>
        <p>{ORGANISATION_SET.explained}</p>
        {page.sets.length === 0 ? <p>{ORGANISATION_SET.none}</p> : null}
        {page.sets.map((set) => (
          <Set key={set.key} set={set} mayAnswer={page.mayAnswer} />
        ))}
      </Column>
    </>
  );
}

type SetProps = {
  readonly set: OrganisationAnswersPage['sets'][number];
  readonly mayAnswer: boolean;
};

function Set({ set, mayAnswer }: SetProps) {
  return (
    <section className="app-evidence">
      <h2 className="nhsuk-heading-m">
        {set.id === null ? (
          set.round
        ) : (
          <a href={addressOf('/assessments/:id', { id: set.id })}>{set.round}</a>
        )}
      </h2>
      <p>
        {set.title}. The round closes on {dayAndTime(set.closesAt)}.
      </p>
      {set.id === null ? (
        <p>{ORGANISATION_SET.notBegun}.</p>
      ) : (
        <p>{ORGANISATION_SET.answered(set.answered, set.all)}</p>
      )}
      {set.id === null && mayAnswer ? (
        <form method="post">
          <input type="hidden" name="charter" value={set.charter} />
          <input type="hidden" name="round" value={set.roundId} />
          <button className="nhsuk-button nhsuk-button--secondary">
            {ORGANISATION_SET.begin}
            <span className="nhsuk-u-visually-hidden">: {set.round}</span>
          </button>
        </form>
      ) : null}
      <h3 className="nhsuk-heading-s">{ORGANISATION_SET.usedBy}</h3>
      {set.usedBy.length === 0 ? <p>{ORGANISATION_SET.nobody}</p> : null}
      <ul className="nhsuk-list nhsuk-list--bullet">
        {set.usedBy.map(({ id, label, standing }) => (
          <li key={id}>
            <a href={addressOf('/assessments/:id', { id })}>{label}</a>. {standing}.
          </li>
        ))}
      </ul>
    </section>
  );
}
