// Says in plain words whether an award is genuine, and what it is worth today.
import { VERIFIED } from '#words/award/award-pages.ts';
import { addressOf } from '#app/addresses.ts';
import type { Verification } from '#app/queries/award/verification.ts';
import { OrganisationNow } from './award-state.tsx';
import { PageTitle } from '#app/ui/kit/error-summary.tsx';
import { BackLink, Column } from '#app/ui/kit/page.tsx';
import { dayAndTime, dayOf, dayText } from '#words/kit/time.ts';

type Props = {
  readonly number: string;
  /** null = not genuine. */
  readonly found: Verification | null;
  readonly checkedAt: string;
};

export function VerifiedView({ number, found, checkedAt }: Props) {
  return (
    <>
      <PageTitle title={found === null ? 'Not a genuine award' : `Award ${number}`} />
      <BackLink to={addressOf('/verify')}>Check another award</BackLink>
      <Column>
        {found === null ? <NotGenuine number={number} /> : <Genuine found={found} />}
        <p className="nhsuk-body-s">Checked on {dayAndTime(checkedAt)}.</p>
      </Column>
    </>
  );
}

function NotGenuine({ number }: { readonly number: string }) {
  return (
    <>
      <h1 className="nhsuk-heading-l">There is no such award</h1>
      <p>
        No award of the number <strong>{number}</strong> has been published. A certificate that
        shows this number is not genuine, or the number was not copied right.
      </p>
    </>
  );
}

function Genuine({ found }: { readonly found: Verification }) {
  const { department, organisation, level, charter, awardedOn, number } = found;
  return (
    <>
      <h1 className="nhsuk-heading-l">{verdict(found)}</h1>
      <p className="nhsuk-lede-text">{detail(found)}</p>
      <p>
        {charter.title}: {level.label}, awarded on {dayText(awardedOn)} to {department},{' '}
        {organisation.name}
        <OrganisationNow organisation={organisation} />. Its number is {number}.
      </p>
      <p>
        <a href={addressOf('/awards/:award', { award: number })}>Read the award</a>
      </p>
    </>
  );
}

function verdict({ state }: Verification): string {
  switch (state) {
    case 'withdrawn':
      return VERIFIED.withdrawn;
    case 'expired':
      return VERIFIED.expired;
    default:
      return VERIFIED.valid;
  }
}

function detail({
  state,
  lastDay,
  validUntil,
  withdrawnAt,
  withdrawnReason,
}: Verification): string {
  switch (state) {
    case 'withdrawn':
      return VERIFIED.withdrawnOn(dayOf(withdrawnAt ?? ''), withdrawnReason ?? '');
    case 'expired':
      return VERIFIED.lastDay(dayText(lastDay));
    case 'grace':
      return VERIFIED.inGrace(dayText(validUntil), dayText(lastDay));
    default:
      return VERIFIED.holds(dayText(lastDay));
  }
}
