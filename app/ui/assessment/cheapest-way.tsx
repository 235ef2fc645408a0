// The way to a level with the least effort. A step that cannot be taken is pinned by a link, and the way
// is worked out again without it.
import { ORGANISATION_ANSWER } from '#words/assessment/organisation-answers.ts';
import { WAY } from '#words/assessment/assessment-pages.ts';
import { addressOf } from '#app/addresses.ts';
import { wayAddress as address, without } from '#app/ui/assessment/work/way-address.ts';
import { WayScenarios } from '#app/ui/assessment/work/way-scenarios.tsx';
import { WayTime } from './way-time.tsx';
import type { WhereWeStandPage } from '#app/queries/assessment/where-we-stand-page.ts';
import { ScrollTable, TableRow } from '#app/ui/kit/scroll-table.tsx';

type Way = WhereWeStandPage['way'];

export function CheapestWay({ page }: { readonly page: WhereWeStandPage }) {
  const { id, way } = page;
  const here = addressOf('/assessments/:id/where-we-stand', { id });
  return (
    <section aria-labelledby="way">
      <h2 className="nhsuk-heading-m" id="way">
        The shortest way to {way.label}
      </h2>
      <p>
        Show the way to{' '}
        {way.others.map((level, index) => (
          <span key={level.id}>
            {index === 0 ? '' : ' · '}
            {level.id === way.to ? (
              <strong aria-current="true">{level.label}</strong>
            ) : (
              <a href={`${address(here, way, { to: level.id })}#way`}>{level.label}</a>
            )}
          </span>
        ))}
      </p>
      <WayTime here={here} way={way} />
      <Way page={page} here={here} />
      {way.pins.length === 0 ? null : (
        <>
          <h3 className="nhsuk-heading-s">Left out: not this year</h3>
          <ul className="nhsuk-list">
            {way.pins.map((pin) => (
              <li key={pin.id}>
                {pin.name}{' '}
                <a href={`${address(here, way, { pins: without(way.pins, pin.id) })}#way`}>
                  Allow again<span className="nhsuk-u-visually-hidden">: {pin.id}</span>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Way({ page, here }: { readonly page: WhereWeStandPage; readonly here: string }) {
  const { id, way, first } = page;
  const whole = (
    <>
      <Verdict way={way} again={`${address(here, way)}#way`} />
      {way.steps.length === 0 ? null : <Steps page={page} here={here} />}
      <WayScenarios page={page} />
      {way.ofOrganisation.length === 0 ? null : (
        <p>
          <a href={`${address(here, way, { pins: [...way.pins, ...way.ofOrganisation] })}#way`}>
            {ORGANISATION_ANSWER.pinAll}
          </a>
        </p>
      )}
      <AlsoNeeded id={id} way={way} />
    </>
  );
  if (way.bySupport && way.status !== 'already-met') {
    return (
      <>
        <p>
          Supporting what you claim gives {way.label}; how stands under{' '}
          <a href="#first">What to do first</a>. No rating has to be raised.
        </p>
        <details className="nhsuk-details">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">Show the way with the least effort</span>
          </summary>
          <div className="nhsuk-details__text">{whole}</div>
        </details>
      </>
    );
  }
  if (first.unanswered.length === 0 || way.status === 'already-met') return whole;
  return (
    <>
      <p>
        This way takes every criterion without an answer for a 0.{' '}
        <a href="#first">Answer those first</a>: it may then be shorter.
      </p>
      {whole}
    </>
  );
}

function Verdict({ way, again }: { readonly way: Way; readonly again: string }) {
  if (way.status === 'pending') {
    return (
      <p>
        The way with the least effort is being worked out, which takes some seconds for an
        assessment as large as this. <a href={again}>Look again</a>
      </p>
    );
  }
  if (way.status === 'not-found') {
    return (
      <p>
        {way.label} can be reached, but the way with the least effort could not be worked out in the
        time allowed. What each level needs stands above.
      </p>
    );
  }
  if (way.status === 'already-met') return <p>{way.label} is reached already.</p>;
  if (way.status === 'unreachable') {
    return (
      <>
        <p>
          {way.label} cannot be reached by raising ratings as things are
          {way.enterCounts.length > 0 && way.reasons.length === 0
            ? ': counts are missing.'
            : ', because:'}
        </p>
        <ul className="nhsuk-list nhsuk-list--bullet">
          {way.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
        {way.soonest === null ? null : <p>{WAY.soonest(way.soonest)}</p>}
      </>
    );
  }
  return (
    <p>
      {way.time?.least === 'months' ? WAY.isFewestMonths : WAY.isLeastEffort} {whatToDo(way)},{' '}
      {way.total} {way.total === 1 ? 'unit' : 'units'} of effort in the charter’s own estimate. The
      overall score is then {way.after.overall} and the level {way.after.level}.
      {way.months === 0 ? null : WAY.takes(way.months)}
    </p>
  );
}

/** 'support 2 claims and raise one rating'. */
function whatToDo({ steps }: Way): string {
  const supported = steps.filter(({ support }) => support !== '').length;
  const raised = steps.length - supported;
  return [
    ...(supported === 0 ? [] : [supported === 1 ? WAY.supportOne : WAY.support(supported)]),
    ...(raised === 0 ? [] : [raised === 1 ? WAY.raiseOne : WAY.raise(raised)]),
  ].join(' and ');
}

function Steps({ page, here }: { readonly page: WhereWeStandPage; readonly here: string }) {
  const { id, way, mayPlanActions } = page;
  const caption = WAY.ratingsToRaise(way.label);
  return (
    <ScrollTable
      caption={caption}
      columns={[
        'Criterion',
        'From',
        'To',
        { title: 'Effort', numeric: true },
        ...(way.months === 0 ? [] : [{ title: 'Months', numeric: true as const }]),
        'What to do',
      ]}
    >
      {way.steps.map((step) => (
        <TableRow key={step.id}>
          <th className="nhsuk-table__header" scope="row">
            <a href={addressOf('/assessments/:id/criteria/:criterion', { id, criterion: step.id })}>
              {step.name}
            </a>
          </th>
          <td className="nhsuk-table__cell">{step.from}</td>
          <td className="nhsuk-table__cell">{step.to}</td>
          <td className="nhsuk-table__cell nhsuk-table__cell--numeric">{step.effort}</td>
          {way.months === 0 ? null : (
            <td className="nhsuk-table__cell nhsuk-table__cell--numeric">{step.months}</td>
          )}
          <td className="nhsuk-table__cell">
            {step.support === '' ? null : (
              <>
                You claim it already: {step.support}
                <br />
              </>
            )}
            {step.byOrganisation ? (
              <>
                {ORGANISATION_ANSWER.step}
                <br />
              </>
            ) : null}
            {step.suggested === '' || step.support !== '' ? null : (
              <>
                {step.suggested}
                <br />
              </>
            )}
            {step.planned.map((action) => (
              <span key={action.id}>
                <a href={addressOf('/assessments/:id/actions/:action', { id, action: action.id })}>
                  {WAY.planned(action.number)}
                </a>
                <br />
              </span>
            ))}
            {mayPlanActions &&
            step.support === '' &&
            !step.byOrganisation &&
            step.planned.length === 0 ? (
              <>
                <a
                  href={`${addressOf('/assessments/:id/actions/new', { id })}?criterion=${step.id}&rating=${step.rating}`}
                >
                  Add to action plan<span className="nhsuk-u-visually-hidden">: {step.id}</span>
                </a>
                <br />
              </>
            ) : null}
            <a href={`${address(here, way, { pins: [...way.pins, step] })}#way`}>
              Not this year<span className="nhsuk-u-visually-hidden">: {step.id}</span>
            </a>
          </td>
        </TableRow>
      ))}
    </ScrollTable>
  );
}

function AlsoNeeded({ id, way }: { readonly id: string; readonly way: Way }) {
  return (
    <>
      {way.alsoAnswer.length === 0 ? null : (
        <>
          <h3 className="nhsuk-heading-s">Also answer, whatever the rating</h3>
          <ul className="nhsuk-list">
            {way.alsoAnswer.map((criterion) => (
              <li key={criterion.id}>
                <a
                  href={addressOf('/assessments/:id/criteria/:criterion', {
                    id,
                    criterion: criterion.id,
                  })}
                >
                  {criterion.name}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {way.enterFacts.length === 0 ? null : (
        <>
          <h3 className="nhsuk-heading-s">Say first: the level depends on it</h3>
          <ul className="nhsuk-list">
            {way.enterFacts.map((question) => (
              <li key={question}>
                <a href={addressOf('/assessments/:id/facts', { id })}>{question}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {way.enterCounts.length === 0 ? null : (
        <>
          <h3 className="nhsuk-heading-s">Enter counts: they may open a shorter way</h3>
          <ul className="nhsuk-list">
            {way.enterCounts.map(({ indicator, title, criterion }) => (
              <li key={`${indicator} ${criterion}`}>
                <a href={addressOf('/assessments/:id/indicators/:indicator', { id, indicator })}>
                  {title}
                </a>
                , for {criterion}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
