// The line of a form that says what of it is saved: its words at first are the server’s, then those of
// ui/kit/typing/keep-saved.ts.

export function SaveStatus({ text }: { readonly text: string }) {
  return (
    <p className="app-status" role="status" data-save-state="" suppressHydrationWarning>
      {text}
    </p>
  );
}
