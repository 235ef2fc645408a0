// What the log tells whoever runs the service of the virus scanner.

/** The scanner does not answer. */
export const SCANNER_DOWN =
  'The virus scanner (CLAMD) does not answer. Files that it has not called clean are held back until it does.';

/** Why a file goes on waiting. */
export const NOT_SCANNED = {
  'too-large':
    'It is larger than clamd takes: set StreamMaxLength of clamd to 26M or more. It is held back until then.',
  unreadable: 'It is missing or altered in the store, so it cannot be scanned.',
} as const;
