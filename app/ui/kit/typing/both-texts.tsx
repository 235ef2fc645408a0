// Two texts of one thing that was changed meanwhile: both side by side, and the choice is the reader's.
import type { ReactNode } from 'react';

type Side = readonly { readonly label: string; readonly text: string }[];

type Props = {
  readonly title: string;
  /** Who saved it, and when. */
  readonly by: ReactNode;
  readonly saved: Side;
  readonly yours: Side;
  /** The page as it is saved now. */
  readonly here: string;
};

export function BothTexts({ title, by, saved, yours, here }: Props) {
  return (
    <div className="nhsuk-warning-callout" role="alert">
      <h2 className="nhsuk-warning-callout__label" id="conflict">
        <span className="nhsuk-u-visually-hidden">Important: </span>
        {title}
      </h2>
      <p>{by} Nothing is lost: both versions are below, and yours is not saved yet.</p>
      <div className="app-compare">
        <Version heading="Saved now" texts={saved} />
        <Version heading="Yours" texts={yours} />
      </div>
      <p>
        The form below holds yours. Change it as you like, bring over what you want to keep of the
        other, and save it: it then replaces what is saved now.
      </p>
      <p>
        <a href={here} data-drop="">
          Keep what is saved now, and drop mine
        </a>
      </p>
    </div>
  );
}

function Version({ heading, texts }: { readonly heading: string; readonly texts: Side }) {
  return (
    <div>
      <h3 className="nhsuk-heading-s">{heading}</h3>
      {texts.map(({ label, text }) => (
        <div key={label}>
          {label === '' ? null : <p className="nhsuk-u-margin-bottom-1">{label}:</p>}
          <p className="app-narrative">{text === '' ? 'Nothing' : text}</p>
        </div>
      ))}
    </div>
  );
}
