import type { Door } from '#app/http/door/door.ts';
import { addressOf } from '#app/addresses.ts';
import { charterTitle } from '#app/domain/charter/charter.ts';
import { actorContext, servicesContext } from '#app/http/door/contexts.ts';
import { IDLE_MINUTES } from '#app/identity/auth.ts';
import { Prose } from '#app/ui/kit/prose.tsx';
import type { Route } from './+types/help';

export const door = { policy: 'public', shared: true } satisfies Door;

export function loader({ context }: Route.LoaderArgs) {
  const { config, library } = context.get(servicesContext);
  return {
    contact: config.contact,
    signedIn: context.get(actorContext) !== null,
    idle: IDLE_MINUTES,
    charters: [...library.versions]
      .filter(([, { published }]) => published)
      .map(([name, { charter }]) => ({
        name,
        title: charterTitle(charter),
      })),
  };
}

export default function Help({ loaderData: { contact, idle, charters } }: Route.ComponentProps) {
  return (
    <Prose title="Help and contact">
      <h2 className="nhsuk-heading-m">Whom to ask</h2>
      <p>
        {contact === null
          ? 'Ask the person who gave you your account: the assessment lead of your department, or the charter administrator.'
          : `Write to ${contact}.`}
      </p>
      <h2 className="nhsuk-heading-m">How an assessment works</h2>
      <ol className="nhsuk-list nhsuk-list--number">
        <li>
          The assessment lead starts it, and chooses the charter version and the level to aim for.
        </li>
        <li>
          For each criterion you read what every rating means and claim one, or tick the statements
          that are true of you, where the charter asks for statements. You write what you do and
          what difference it makes, and add files as evidence. All of it is saved as you go.
        </li>
        <li>
          Some charters ask for facts first, such as the nation: they decide which criteria apply.
          What a charter asks of the whole organisation is answered once, by a lead of the whole
          organisation; a department can add a note to it.
        </li>
        <li>
          ‘Where we stand’ shows the score, what each level still needs, and the way there with the
          least effort.
        </li>
        <li>From each gap you add an action to the plan, and download the plan as a PDF.</li>
        <li>
          The executive sponsor, or a deputy, reads and signs it, and the lead submits it to a
          round.
        </li>
        <li>
          A panel reads it: every reviewer rates alone, then they discuss and agree. You read the
          decision and the feedback on each criterion, and can appeal within ten working days.
        </li>
        <li>
          An award is published in the <a href={addressOf('/awards')}>award register</a>. Each year
          you report what became of the plan.
        </li>
      </ol>
      <h2 className="nhsuk-heading-m">Claimed and supported ratings</h2>
      <p>
        A claim counts only as far as its evidence goes. If a rating needs one item of evidence and
        none is attached, the supported rating is lower than the claimed one, and the page says why.
        Levels are worked out from supported ratings.
      </p>
      <h2 className="nhsuk-heading-m">Two people, not one</h2>
      <p>
        Whoever wrote more than half of the narratives, or submits the assessment, does not sign it.
        Name a deputy sponsor before you need one, on ‘People with a role here or in the whole
        organisation’ of your team. For a day after a password was reset nobody signs or records a
        decision with it; if a round closes before then, ask the awarding body for a day more.
      </p>
      <h2 className="nhsuk-heading-m">Who gives roles?</h2>
      <p>
        The leads and sponsors of your organisation. The awarding body invites your first lead, and
        nobody else. If all of them have left it can name a lead, a day after it has written to them
        and to your contact on record, each of whom can stop it. A link to choose a password is
        mailed to the owner of the account; nobody else sees it.
      </p>
      <h2 className="nhsuk-heading-m">Signing in</h2>
      <p>
        Forgotten your password?{' '}
        <a href={addressOf('/forgotten-password')}>Let us send you a link</a>. Whoever administers,
        chairs a panel or signs needs a second factor: an authenticator app on a phone, or a
        passkey, set up on the page of your account (choose your name at the top). Others may set
        one up. Keep the ten recovery codes: one of them lets you in if you lose your device.
        Without them a charter administrator can take the second factor away, which holds a day
        after we have written to you.
      </p>
      <p>
        An organisation may have its people sign in where they sign in for their other work. A lead
        of the whole organisation sets this on the page of its people. You link your account once:
        when you accept an invitation, or on the page of your account.
      </p>
      <p>
        Somebody who guesses your password does not keep you out: where you have signed in before,
        you sign in as always. On a new device you may be asked to open a link that we send you. We
        write to you when that happens, and whenever something about your account is changed.
      </p>
      <h2 className="nhsuk-heading-m">Will I lose what I type?</h2>
      <p>
        No. While you type an answer, a rating, a note of a panel, what it agrees or its decision,
        it is saved every few seconds, and a line below the text says so. Without JavaScript it is
        saved when you choose a button. Where a form is not saved by itself, your browser asks
        before you leave a text behind. Whatever is refused comes back with what you typed, to put
        right or to copy. After {idle} minutes without activity you are signed out; if you send a
        form after that, you sign in again and your text comes along. If a colleague, or you
        yourself in another window, changes the same thing, you are shown both versions and choose.
        Reviewers’ texts are read by nobody else before they are given.
      </p>
      <h2 className="nhsuk-heading-m">Which files can be evidence?</h2>
      <p>
        PDF, Word, Excel, PowerPoint, OpenDocument, PNG, JPEG, plain text and CSV, up to 25 MB each.
        What counts is what is inside a file, not its name.
      </p>
      <p>
        Each file is looked through when you attach it. One that holds macros, scripts, embedded
        files or controls, or that fetches something from elsewhere when it is opened, is not taken;
        the message says what to remove. Charts with their workbooks, hyperlinks and your trust’s
        templates may stay. Where this service has a virus scanner, a new file is being checked for
        a moment before it can be downloaded; if something is found, nobody can download it, and
        whoever attached it gets a letter.
      </p>
      <h2 className="nhsuk-heading-m">The charters</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {charters.map(({ name, title }) => (
          <li key={name}>
            <a href={addressOf('/charters/:charter', { charter: name })}>{title}</a>
          </li>
        ))}
      </ul>
    </Prose>
  );
}
