// The page where something could not be saved: what is wrong, and every text again, to copy or to send.
import { TYPING } from '#words/kit/kit-pages.ts';
import type { NotSaved } from '#app/http/door/not-saved-answer.ts';
import { PageTitle } from '#app/ui/kit/error-summary.tsx';
import { HiddenFields } from '#app/ui/kit/fields.tsx';
import { Column } from '#app/ui/kit/page.tsx';

export function NotSavedView({ sentences, sent, texts, again }: NotSaved) {
  const title = sent ? TYPING.changeNotSaved : TYPING.cannotBeShown;
  return (
    <Column>
      <PageTitle title={title} />
      <h1 className="nhsuk-heading-l">{title}</h1>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {texts.length > 0 ? <Texts texts={texts} /> : null}
      {again !== null ? (
        <form method="post" action={again.to} data-carried="">
          <HiddenFields fields={again.fields} />
          <button className="nhsuk-button">Send it again</button>
        </form>
      ) : null}
      {sent ? <p>Passwords and files are not kept: enter or choose them again.</p> : null}
      <p>
        <a href="/">Go to the start page</a>
      </p>
    </Column>
  );
}

/** Every text of a form, to be copied. */
export function Texts({ texts }: Pick<NotSaved, 'texts'>) {
  return (
    <section aria-labelledby="typed" data-carried="">
      <h2 className="nhsuk-heading-m" id="typed">
        What you typed
      </h2>
      <p>Copy what you do not want to type again, before you leave this page.</p>
      {texts.map(({ name, text }, index) => (
        // The list never changes on its page.
        // oxlint-disable-next-line react/no-array-index-key
        <div className="nhsuk-form-group" key={`${name}-${index}`}>
          <label className="nhsuk-label" htmlFor={`typed-${index}`}>
            {labelOf(name)}
          </label>
          <textarea
            className="nhsuk-textarea"
            id={`typed-${index}`}
            rows={Math.min(20, Math.ceil(text.length / 60) + text.split('\n').length - 1)}
            readOnly
            // A browser leaves out one line break at the beginning.
            defaultValue={text.startsWith('\n') ? `\n${text}` : text}
          />
        </div>
      ))}
    </section>
  );
}

/** 'successMeasure' and 'success-measure' as 'Success measure'. */
function labelOf(name: string): string {
  const words = name.replaceAll(/[-_]+|(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
