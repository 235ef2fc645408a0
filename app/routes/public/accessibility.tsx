import { LABEL } from '#words/kit/labels.ts';
import type { Door } from '#app/http/door/door.ts';
import { servicesContext } from '#app/http/door/contexts.ts';
import { Prose } from '#app/ui/kit/prose.tsx';
import type { Route } from './+types/accessibility';

export const door = { policy: 'public', shared: true } satisfies Door;

export function loader({ context }: Route.LoaderArgs) {
  const { awardingBody, contact } = context.get(servicesContext).config;
  return { awardingBody, contact };
}

export default function Accessibility({ loaderData }: Route.ComponentProps) {
  const body = loaderData.awardingBody ?? LABEL.whoRunsThis;
  return (
    <Prose title="Accessibility statement">
      <p>
        This statement is about the Mentoring Charter self-assessment service, run by {body}. We
        want as many people as possible to be able to use it. You should be able to:
      </p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>use every page with a keyboard alone, and with a screen reader</li>
        <li>zoom in to 400% without text running off the screen</li>
        <li>do everything without JavaScript</li>
        <li>read every chart as a table, and every state as a word, not only as a colour</li>
        <li>read the PDF documents with a screen reader: they are tagged to PDF/UA-1</li>
      </ul>
      <p>
        The text is set in Atkinson Hyperlegible Next, a typeface made for people who see poorly. It
        is used under the <a href="https://openfontlicense.org/">SIL Open Font License</a>.
      </p>
      <h2 className="nhsuk-heading-m">How accessible it is</h2>
      <p>
        The service aims to meet the Web Content Accessibility Guidelines version 2.2 at level AA.
        Every page is checked by an automated test each time the software changes. It has not been
        audited by an independent body, and not yet been tested with disabled users, so we do not
        claim full compliance.
      </p>
      <h2 className="nhsuk-heading-m">What we know is not accessible</h2>
      <p>
        Files that departments upload as evidence are theirs, and may not be accessible. Ask the
        department for another format.
      </p>
      <h2 className="nhsuk-heading-m">Tell us of a problem</h2>
      <p>
        {loaderData.contact === null
          ? 'Tell the person who gave you your account.'
          : `Write to ${loaderData.contact}.`}{' '}
        Say which page it was and what you were trying to do. If you need a document in another
        format, such as large print or easy read, ask in the same way.
      </p>
      <h2 className="nhsuk-heading-m">Enforcement</h2>
      <p>
        If you are not content with the answer, contact the{' '}
        <a href="https://www.equalityadvisoryservice.com/">
          Equality Advisory and Support Service (EASS)
        </a>
        . The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and
        Mobile Applications) (No. 2) Accessibility Regulations 2018.
      </p>
      <p>This statement was prepared on 24 November 2026.</p>
    </Prose>
  );
}
