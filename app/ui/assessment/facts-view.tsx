// The facts that a charter asks for once: each with its question, and what saving would change before it is saved.
import { FACTS } from '#words/assessment/assessment-pages.ts';
import { ORGANISATION_ANSWER } from '#words/assessment/organisation-answers.ts';
import { factField } from '#app/domain/assessment/decide-facts.ts';
import { factValueText } from '#words/assessment/fact-value.ts';
import { FactField } from './fact-field.tsx';
import { addressOf } from '#app/addresses.ts';
import type { EffectShown, FactsPage } from '#app/queries/assessment/facts-page.ts';
import { AssessmentFrame } from '#app/ui/kit/assessment-frame.tsx';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { HiddenFields } from '#app/ui/kit/fields.tsx';
import { BackLink, Column, Done } from '#app/ui/kit/page.tsx';
import { SummaryList } from '#app/ui/kit/lists/summary-list.tsx';
import { dayAndTime } from '#words/kit/time.ts';

type Typed = Readonly<Record<string, string>>;

type Answered = {
  readonly errors: Typed;
  readonly typed: Typed;
  readonly conflict: {
    readonly savedBy: string | null;
    readonly savedAt: string | null;
    readonly version: number;
  } | null;
  /** What saving would change, to be confirmed; null = nothing is to be. */
  readonly effect: EffectShown | null;
};

type Props = {
  readonly page: FactsPage & { readonly typed: Typed; readonly done: string | null };
  readonly answered: Answered | null;
};

export function FactsView({ page, answered }: Props) {
  const { id, department, organisation, facts, mayEnterFacts } = page;
  const title = page.isOfOrganisation ? FACTS.titleOfOrganisation : FACTS.title;
  const errors = answered?.errors ?? {};
  return (
    <AssessmentFrame {...page} here={null}>
      <PageTitle title={`${title}: ${department}`} problems={Object.keys(errors).length > 0} />
      <BackLink to={addressOf('/assessments/:id', { id })}>Task list of {department}</BackLink>
      <Column>
        <ErrorSummary problems={problemsOf(namedErrors(facts, errors))} />
        <Done what={answered === null ? page.done : null} />
        {answered?.conflict ? <Conflict conflict={answered.conflict} /> : null}
        <h1 className="nhsuk-heading-l">
          <span className="nhsuk-caption-l">{organisation}</span>
          {title}
        </h1>
        {answered?.effect ? (
          <Confirm id={id} effect={answered.effect} typed={answered.typed} />
        ) : mayEnterFacts ? (
          <Form page={page} answered={answered} />
        ) : (
          <FactList facts={facts} />
        )}
        {page.theirs.length === 0 ? null : (
          <>
            <h2 className="nhsuk-heading-m">{ORGANISATION_ANSWER.facts}</h2>
            <FactList facts={page.theirs} />
          </>
        )}
      </Column>
    </AssessmentFrame>
  );
}

/** Each with the question that it is about: most say only what can be entered. */
function namedErrors(facts: FactsPage['facts'], errors: Answered['errors']) {
  return Object.fromEntries(
    Object.entries(errors).map(([field, text]) => {
      const fact = facts.find(({ id }) => factField(id) === field);
      return [field, fact === undefined ? text : `${fact.question} ${text}`];
    }),
  );
}

function FactList({ facts }: Pick<FactsPage, 'facts'>) {
  return (
    <SummaryList rows={facts.map((fact) => [fact.question, factValueText(fact, fact.value)])} />
  );
}

function Form({ page, answered }: Props) {
  const { facts, version } = page;
  const typed = answered?.typed ?? page.typed;
  return (
    <form method="post" autoComplete="off" noValidate>
      <input type="hidden" name="version" value={answered?.conflict?.version ?? version} />
      <p>
        What you say here decides which criteria apply to you and in which words they are asked. It
        is asked once, and you can change it while this is a draft.
      </p>
      {facts.map((fact) => (
        <FactField
          key={fact.id}
          fact={fact}
          typed={typed}
          error={answered?.errors[factField(fact.id)]}
        />
      ))}
      <button className="nhsuk-button">Save</button>
    </form>
  );
}

type ConfirmProps = {
  readonly id: string;
  readonly effect: EffectShown;
  readonly typed: Typed;
};

function Confirm({ id, effect, typed }: ConfirmProps) {
  const { before, after, leave, return: back } = effect;
  const { confirmed: _, ...fields } = typed;
  return (
    <>
      <h2 className="nhsuk-heading-m">What this would change</h2>
      <p>
        {before === after
          ? `The level stays as it is: ${before}.`
          : `The level is ${before} now, and would be ${after}.`}
      </p>
      <Named
        title="These criteria would not apply any more. What you wrote stays readable, out of the score:"
        names={leave}
      />
      <Named title="These criteria would apply again, with what you wrote:" names={back} />
      <form method="post" noValidate>
        <HiddenFields fields={Object.entries(fields)} />
        <button className="nhsuk-button" name="confirmed" value="yes">
          Save it so
        </button>
      </form>
      <p>
        <a href={addressOf('/assessments/:id/facts', { id })}>Leave everything as it is</a>
      </p>
    </>
  );
}

function Named({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <>
      <p>{title}</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </>
  );
}

function Conflict({ conflict }: { readonly conflict: NonNullable<Answered['conflict']> }) {
  const { savedBy, savedAt } = conflict;
  return (
    <div className="nhsuk-warning-callout" role="alert">
      <h2 className="nhsuk-warning-callout__label">
        <span className="nhsuk-u-visually-hidden">Important: </span>
        These facts were changed while you were typing
      </h2>
      <p>
        <bdi>{savedBy ?? 'A colleague'}</bdi> saved others
        {savedAt === null ? '' : ` on ${dayAndTime(savedAt)}`}. Yours are in the form below and are
        not saved yet; saving them replaces what is saved now.
      </p>
    </div>
  );
}
