import { ADDRESS } from '#words/accounts/accounts-pages.ts';
import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { data } from 'react-router';
import { servicesContext } from '#app/http/door/contexts.ts';
import { respond } from '#app/http/respond.ts';
import { PageTitle } from '#app/ui/kit/error-summary.tsx';
import { identityProblemText } from '#words/accounts/proof-problem.ts';
import { Column } from '#app/ui/kit/page.tsx';
import { addressChangeOf, confirmAddressChange } from '#app/use-cases/accounts/change-address.ts';
import type { Route } from './+types/address-confirm';

export const door = { policy: 'public', secret: true, ownAccount: true } satisfies Door;

export async function loader({ params, context }: Route.LoaderArgs) {
  const found = await addressChangeOf(context.get(servicesContext), params.token);
  // Not thrown: a form that has just been sent ends what its link stands for.
  return found.ok ? { email: found.value.change.email } : data({ email: null }, { status: 404 });
}

export async function action({ params, context }: Route.ActionArgs) {
  const result = await confirmAddressChange(context.get(servicesContext), params.token);
  if (result.ok) return data({ ...result.value, problem: null }, { status: 200 });
  return respond(result.problem, (it) => ({
    done: false,
    email: '',
    problem: identityProblemText(it),
  }));
}

export default function AddressConfirm({ loaderData, actionData }: Route.ComponentProps) {
  if (actionData !== undefined) return <Outcome {...actionData} />;
  if (loaderData.email === null) {
    const problem = identityProblemText({ code: 'link-over' });
    return <Outcome done={false} email="" problem={problem} />;
  }
  return (
    <Column>
      <PageTitle title="Confirm the new address" />
      <h1 className="nhsuk-heading-l">Confirm the new address</h1>
      <p>
        The account is to have the address <bdi>{loaderData.email}</bdi> from now on.
      </p>
      <form method="post">
        <button className="nhsuk-button">Confirm it</button>
      </form>
      <p>If you did not ask for this, close this page: nothing changes.</p>
    </Column>
  );
}

function Outcome({
  done,
  email,
  problem,
}: {
  done: boolean;
  email: string;
  problem: string | null;
}) {
  const title = problem !== null ? ADDRESS.unchanged : done ? ADDRESS.changed : ADDRESS.halfDone;
  return (
    <Column>
      <PageTitle title={title} problems={problem !== null} />
      <h1 className="nhsuk-heading-l">{title}</h1>
      {problem !== null ? <p>{problem}.</p> : null}
      {problem === null && done ? (
        <p>
          The account has the address <bdi>{email}</bdi> now.{' '}
          <a href={addressOf('/sign-in')}>Sign in</a> with it.
        </p>
      ) : null}
      {problem === null && !done ? (
        <p>Open the link in the letter to the other address, too. Then the address changes.</p>
      ) : null}
    </Column>
  );
}
