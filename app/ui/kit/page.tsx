// Small parts that many pages share: the way back, a two-thirds column, a notice that something is done.
import type { ReactNode } from 'react';
import { noticeText } from '#words/kit/notices.ts';

export function BackLink({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  return (
    <a className="nhsuk-back-link" href={to}>
      {children}
    </a>
  );
}

/** Text in a measure that reads well. */
export function Column({ children }: { readonly children: ReactNode }) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">{children}</div>
    </div>
  );
}

/** What has just been done, told by `?done=` in the address; nothing for an unknown word. */
export function Done({ what }: { readonly what: string | null }) {
  const text = noticeText(what);
  return text === null ? null : <Success text={text} />;
}

/** A notice that something is done, in these words. */
export function Success({ text }: { readonly text: string }) {
  return (
    <div
      className="nhsuk-notification-banner nhsuk-notification-banner--success"
      role="alert"
      aria-labelledby="done-title"
    >
      <div className="nhsuk-notification-banner__header">
        <h2 className="nhsuk-notification-banner__title" id="done-title">
          Success
        </h2>
      </div>
      <div className="nhsuk-notification-banner__content">
        <p className="nhsuk-notification-banner__heading">{text}</p>
      </div>
    </div>
  );
}
