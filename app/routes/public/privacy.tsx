import { LABEL } from '#words/kit/labels.ts';
import type { Door } from '#app/http/door/door.ts';
import { servicesContext } from '#app/http/door/contexts.ts';
import { Prose } from '#app/ui/kit/prose.tsx';
import type { Route } from './+types/privacy';

export const door = { policy: 'public', shared: true } satisfies Door;

export function loader({ context }: Route.LoaderArgs) {
  const { awardingBody, contact } = context.get(servicesContext).config;
  return { awardingBody, contact };
}

export default function Privacy({ loaderData }: Route.ComponentProps) {
  const body = loaderData.awardingBody ?? LABEL.whoRunsThis;
  return (
    <Prose title="Privacy notice">
      <p>
        This notice says what this service keeps about people, why, and who sees it. The service is
        run by {body}. Each organisation that uses it decides what it enters, and is responsible for
        that.
      </p>
      <h2 className="nhsuk-heading-m">What is kept about you</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>your name, work email address and roles</li>
        <li>the address that your organisation gives as its contact on record</li>
        <li>your password, in a form from which it cannot be read back</li>
        <li>
          your second factor: the key of an authenticator app, encrypted, and what checks a passkey;
          never a fingerprint or a face, which do not leave your device
        </li>
        <li>
          if you sign in at your organisation: which account there is yours, and, encrypted, what it
          said at your last sign-in
        </li>
        <li>where you are signed in: the browser, since when, and when it was used last</li>
        <li>what you write, comment and attach, every earlier version of it, and when</li>
        <li>
          letters to you by email: they say that something waits, and not what it is. A letter that
          has gone keeps no text. Whether you have switched reminders off is kept too
        </li>
        <li>which criterion you have open at this moment; it is forgotten after a minute</li>
        <li>
          a record of what was done by whom: signing in, saving, attaching, removing. It cannot be
          changed afterwards
        </li>
        <li>
          the network address of failed sign-ins for a day, to slow down guessing; the record holds
          only the network and a mark from which the address of the account cannot be read
        </li>
        <li>
          if you sit on a panel: where you say that you have worked, the interests that you declare,
          your ratings with their reasons, and what you add to the discussion
        </li>
        <li>if you object to an award: your name, your email address and what you write</li>
      </ul>
      <h2 className="nhsuk-heading-m">Ethnicity</h2>
      <p>
        The service asks for counts of staff by ethnicity, never for the ethnicity of a person. Do
        not write in a narrative, or attach a file, from which anyone could tell the ethnicity of
        someone who has not agreed to it. Counts are seen by the department’s own assessment team
        only. Documents show a ratio and whether it meets the charter’s rule, and no count.
      </p>
      <h2 className="nhsuk-heading-m">Why it is kept, and on what ground</h2>
      <p>
        To run the self-assessment: a task in the public interest (UK GDPR, Article 6(1)(e)) in
        support of equality at work. Counts by ethnicity are special category information, used to
        monitor equality of opportunity (Article 9(2)(g) with Schedule 1, paragraph 8 of the Data
        Protection Act 2018). Your organisation’s data protection officer can tell you how it
        applies this.
      </p>
      <h2 className="nhsuk-heading-m">Who sees what</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>a draft is seen only by people with a role in its department or organisation</li>
        <li>the awarding body and its panels do not see drafts</li>
        <li>
          a submission is read by the members of its panel who have no conflict of interest, without
          counts of people
        </li>
        <li>
          ratings are read within the panel. The department reads what was agreed and who sat on the
          panel, and not who gave which rating
        </li>
        <li>
          an award that is published is public with its narratives and its plan. Who answers for an
          action and who carries it out are left out of it, and someone reads it before it is
          published
        </li>
        <li>nothing is sold, and nothing is sent to other companies or websites</li>
      </ul>
      <h2 className="nhsuk-heading-m">No decisions by machine</h2>
      <p>
        Scores are sums of the ratings that a department claims and supports, or that a panel
        agrees. People on a panel decide about awards. There is no automated decision about any
        person, and no artificial intelligence reads, scores or reviews what you write.
      </p>
      <h2 className="nhsuk-heading-m">Your rights</h2>
      <p>
        You can ask to see what is kept about you, to have it corrected, and to object. You can also
        complain about how it is used: the complaint is acknowledged within 30 days.{' '}
        {loaderData.contact === null
          ? 'Write to the person who gave you your account, or to your organisation’s data protection officer.'
          : `Write to ${loaderData.contact}, or to your organisation’s data protection officer.`}{' '}
        If you are not content with the answer, you can go to the Information Commissioner’s Office.
      </p>
      <p>
        Where a file of the evidence names people who should not be in it, the lead of the
        department or an administrator erases its content at once. Its name and fingerprint stay,
        with the day and the reason. Files that nothing points to are set aside for 30 days and then
        deleted.
      </p>
    </Prose>
  );
}
