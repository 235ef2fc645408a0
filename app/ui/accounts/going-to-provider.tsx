// On the way to a provider. A page of its own, because a form may lead nowhere but to this service (the
// form-action of the content security policy): the browser goes on from here by itself.
import { PageTitle } from '#app/ui/kit/error-summary.tsx';
import { Column } from '#app/ui/kit/page.tsx';

export function GoingToProvider({ url, name }: { readonly url: string; readonly name: string }) {
  return (
    <Column>
      <PageTitle title={`To ${name}`} />
      <meta httpEquiv="refresh" content={`0; url=${url}`} />
      <h1 className="nhsuk-heading-l">You sign in at {name}</h1>
      <p>Your browser goes there by itself, and comes back here afterwards.</p>
      <a className="nhsuk-button" href={url}>
        Go on to {name}
      </a>
    </Column>
  );
}
