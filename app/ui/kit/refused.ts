// A form that was refused: what to put right, and what was typed.

export type Refused = {
  readonly errors: Readonly<Record<string, string>>;
  readonly typed: Readonly<Record<string, string>>;
};
