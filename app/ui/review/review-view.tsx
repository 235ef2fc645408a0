// A review as a member finds it: what to do next, then every criterion with one’s own rating.
import { RATED, REVIEW_FACTS } from '#words/review/review-pages.ts';
import { LABEL } from '#words/kit/labels.ts';
import { addressOf } from '#app/addresses.ts';
import { seatText } from '#words/review/seat-text.ts';
import type { RatedState, ReviewPage } from '#app/queries/review/review-page.ts';
import { Languages } from '#app/ui/charters/languages.tsx';
import { ErrorSummary, PageTitle, problemsOf } from '#app/ui/kit/error-summary.tsx';
import { InterestForm } from './interest-view.tsx';
import { BackLink, Column, Done } from '#app/ui/kit/page.tsx';
import { PreviousPlan } from '#app/ui/plan/plan-before-list.tsx';
import { Replacement } from './replacement-part.tsx';
import type { Refused } from '#app/ui/kit/refused.ts';
import { Progress } from '#app/ui/kit/done-so-far.tsx';
import { hoursText } from '#words/review/review-words.ts';
import { dayAndTime } from '#words/kit/time.ts';
import { UnshownWords } from '#app/ui/kit/words/unshown-words.tsx';

type Props = {
  readonly page: ReviewPage;
  readonly done: string | null;
  readonly refused: Refused | null;
};

export function ReviewView({ page, done, refused }: Props) {
  const errors = refused?.errors ?? {};
  return (
    <>
      <PageTitle title={`Review: ${page.department}`} problems={refused !== null} />
      <BackLink to={addressOf('/reviews')}>Your reviews</BackLink>
      <ErrorSummary problems={problemsOf(errors)} />
      <Done what={refused === null ? done : null} />
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">
          Submission {page.number}, {page.organisation}
        </span>
        {page.department}
      </h1>
      <Column>
        <p>
          {page.charter}. Target: {page.target}. Submitted on {dayAndTime(page.submittedAt)}, signed
          by {page.sponsor}.
        </p>
        <Languages languages={page.languages} />
        <NextAct page={page} />
        <ul className="nhsuk-list">
          <li>
            <a href={addressOf('/reviews/:review/plan', { review: page.id })}>
              Read the action plan
            </a>
          </li>
          {page.hasFacts ? (
            <li>
              <a href={addressOf('/reviews/:review/facts', { review: page.id })}>
                {REVIEW_FACTS.read}
              </a>
            </li>
          ) : null}
          <li>
            <a href={addressOf('/reviews/:review/report', { review: page.id })}>
              Download the whole submission as one PDF
            </a>
            , with the action plan and without counts of people.
          </li>
        </ul>
        <UnshownWords words={page.unshown} />
      </Column>
      {page.sections.map((section) => (
        <Section key={section.id} page={page} section={section} />
      ))}
      {page.previous === null ? null : <PreviousPlan plan={page.previous} carryTo={null} />}
      <Column>
        <Members page={page} />
        <Replacement page={page} refused={refused} />
        {page.may.includes('declare') ? (
          <details className="nhsuk-details" open={errors['reason'] !== undefined}>
            <summary className="nhsuk-details__summary">
              <span className="nhsuk-details__summary-text">
                A conflict of interest has come up
              </span>
            </summary>
            <div className="nhsuk-details__text">
              <InterestForm typed={refused?.typed ?? {}} errors={errors} />
            </div>
          </details>
        ) : null}
      </Column>
    </>
  );
}

function NextAct({ page }: Pick<Props, 'page'>) {
  return (
    <section className="app-evidence" aria-labelledby="next">
      <h2 className="nhsuk-heading-m" id="next">
        What to do now
      </h2>
      {page.may.includes('rate') ? <Rate page={page} /> : <Wait page={page} />}
      {page.may.includes('open-discussion') ? (
        <form method="post">
          <input type="hidden" name="intent" value="open-discussion" />
          <p>
            Open the discussion once everyone has sealed. From then on nobody rates any more, and
            those who have sealed see all ratings.
          </p>
          <button className="nhsuk-button">Open the discussion</button>
        </form>
      ) : null}
    </section>
  );
}

function Rate({ page }: Pick<Props, 'page'>) {
  const { rated, all, minutesLeft, next, ratingsDueAt } = page;
  return (
    <>
      <p>
        Read each criterion and rate it by yourself, with the reason. Nobody sees your ratings
        before you have sealed them and the discussion is open; until then you see nobody else’s.
      </p>
      {ratingsDueAt === null ? null : (
        <p>
          Due by <strong>{dayAndTime(ratingsDueAt)}</strong>, London time.
        </p>
      )}
      <Progress ready={rated} all={all} are="rated" />
      {next === null ? (
        <a className="nhsuk-button" href={addressOf('/reviews/:review/seal', { review: page.id })}>
          Check and seal your ratings
        </a>
      ) : (
        <>
          <p>
            About {hoursText(minutesLeft)} left. You can stop at any time: what this list shows is
            saved.
          </p>
          <a
            className="nhsuk-button"
            href={addressOf('/reviews/:review/criteria/:criterion', {
              review: page.id,
              criterion: next,
            })}
          >
            {rated === 0 ? 'Start rating' : 'Go on rating'}
          </a>
        </>
      )}
    </>
  );
}

function Wait({ page }: Pick<Props, 'page'>) {
  const { phase, seat, sealed, may, id } = page;
  if (may.includes('see-ratings')) {
    return (
      <>
        <p>
          {phase === 'closed'
            ? 'The panel has decided. You can read what was rated, said and agreed.'
            : 'The discussion is open: all sealed ratings can be seen.'}
        </p>
        <a className="nhsuk-button" href={addressOf('/reviews/:review/discussion', { review: id })}>
          {phase === 'closed' ? 'Read the discussion' : 'Go to the discussion'}
        </a>
      </>
    );
  }
  if (sealed) return <p>Your ratings are sealed. The discussion is not open yet.</p>;
  if (seat === 'observer') {
    return <p>You observe: you read the submission now, and the discussion once it is open.</p>;
  }
  return <p>The discussion was opened before you sealed, so you take no part in it.</p>;
}

const TAGS: Readonly<Record<RatedState, { text: string; colour: string | null }>> = {
  rated: { text: RATED.rated, colour: null },
  begun: { text: RATED.begun, colour: 'yellow' },
  open: { text: LABEL.notRated, colour: 'blue' },
  'not-asked': { text: RATED.notAsked, colour: null },
};

type SectionProps = { readonly page: ReviewPage; readonly section: ReviewPage['sections'][number] };

function Section({ page, section }: SectionProps) {
  const rates = page.seat !== 'observer';
  return (
    <section aria-labelledby={`section-${section.id}`}>
      <h2 className="nhsuk-heading-m" id={`section-${section.id}`}>
        {section.title}
      </h2>
      <ul className="nhsuk-task-list">
        {section.criteria.map((criterion) => {
          const { text, colour } = TAGS[criterion.state];
          const slug = `state-${criterion.id}`;
          return (
            <li
              className="nhsuk-task-list__item nhsuk-task-list__item--with-link"
              key={criterion.id}
            >
              <div className="nhsuk-task-list__name-and-hint">
                <a
                  className="nhsuk-link nhsuk-task-list__link"
                  href={addressOf('/reviews/:review/criteria/:criterion', {
                    review: page.id,
                    criterion: criterion.id,
                  })}
                  aria-describedby={rates ? slug : undefined}
                >
                  {criterion.id} {criterion.title}
                </a>
                <div className="nhsuk-task-list__hint">
                  Claimed: {criterion.claimed}
                  {criterion.mine === null ? '' : `. Yours: ${criterion.mine}`}
                </div>
              </div>
              {rates ? (
                <div className="nhsuk-task-list__status" id={slug}>
                  {colour === null ? (
                    text
                  ) : (
                    <strong className={`nhsuk-tag nhsuk-tag--${colour}`}>{text}</strong>
                  )}
                </div>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Members({ page }: Pick<Props, 'page'>) {
  return (
    <section aria-labelledby="members">
      <h2 className="nhsuk-heading-m" id="members">
        {page.panel}
      </h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {page.members.map(({ id, name, seat, statistics }) => (
          <li key={id}>
            <bdi>{name}</bdi>, {seatText({ seat, statistics }).toLowerCase()}
          </li>
        ))}
      </ul>
    </section>
  );
}
