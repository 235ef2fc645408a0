// Why something about one's own account was not changed.
export type OwnAccountProblem =
  | { readonly code: 'factor-there' }
  /** There is none to change. */
  | { readonly code: 'no-factor' }
  | { readonly code: 'name-taken' }
  | { readonly code: 'no-mail' }
  | { readonly code: 'nothing-to-confirm' }
  /** Their role needs one, and it is the last. */
  | { readonly code: 'factor-needed' }
  /** The browser sent none, or one that was made for another page. */
  | { readonly code: 'passkey-not-made' }
  | { readonly code: 'passkey-known' }
  | { readonly code: 'too-many-passkeys'; readonly most: number }
  | { readonly code: 'name-wrong'; readonly most: number }
  | { readonly code: 'address-wrong' }
  | { readonly code: 'link-over' };
