// Whether an assessment waits for a signature or was sent back, in a line or two, wherever its state is told.
import { addressOf } from '#app/addresses.ts';
import type { SigningState } from '#app/queries/submission/signing-state.ts';
import { dayAndTime } from '#words/kit/time.ts';

/** In one line; `id` is of the assessment. */
export function SigningLine({
  id,
  signing,
}: {
  readonly id: string;
  readonly signing: SigningState | null;
}) {
  if (signing === null) return null;
  if (signing.kind === 'waiting') {
    return (
      <p>
        <strong>Waits for the sponsor’s signature</strong>, asked for on {dayAndTime(signing.at)}
        {signing.by === null ? '' : ` by ${signing.by}`}.
      </p>
    );
  }
  if (signing.kind === 'signed') {
    return (
      <p>
        <strong>Signed, and not submitted yet</strong>: signed by {signing.by} on{' '}
        {dayAndTime(signing.at)}.
      </p>
    );
  }
  return (
    <p>
      <strong>Sent back instead of signed</strong> on {dayAndTime(signing.at)}
      {signing.by === null ? '' : ` by ${signing.by}`}.{' '}
      <a href={addressOf('/assessments/:id/check', { id })}>Read the comments</a>
    </p>
  );
}

/** With what was written. */
export function SigningDetail({ signing }: { readonly signing: SigningState | null }) {
  if (signing === null || signing.kind === 'signed') return null;
  const text = signing.kind === 'waiting' ? signing.message : signing.comments;
  return (
    <div className="nhsuk-inset-text">
      <p>
        {signing.kind === 'waiting'
          ? 'It waits for the signature of the executive sponsor or a deputy, asked for on '
          : 'It was sent back instead of signed on '}
        {dayAndTime(signing.at)}
        {signing.by === null ? '' : ` by ${signing.by}`}
        {text === '' ? '.' : ':'}
      </p>
      {text === '' ? null : <p className="app-narrative">{text}</p>}
    </div>
  );
}
