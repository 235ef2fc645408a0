// Whether letters reach people: what needs one is refused where they do not.

/** Where nothing is sent for real, letters are read in the outbox; a production service needs a mail server. */
export function lettersGoOut({
  smtpUrl,
  mode,
}: {
  readonly smtpUrl: string | null;
  readonly mode: string;
}): boolean {
  return smtpUrl !== null || mode !== 'production';
}
