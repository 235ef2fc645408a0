// The facts that many sentences tell.

export type Most = { readonly most: number };
export type Names = { readonly criteria: readonly string[] };
export type Until = { readonly until: string | null };
