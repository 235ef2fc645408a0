// Which pages bring scripts along: those whose route says `export const handle = INTERACTIVE`.

export const INTERACTIVE = { interactive: true } as const;

/** Whether a route's handle asks for scripts. */
export function isInteractive(handle: unknown): boolean {
  return typeof handle === 'object' && handle !== null && 'interactive' in handle;
}
