// How much the tests of faults do: little in `npm test`, everything in `npm run test:faults`.

/** true = the long form. */
export const LONG = process.env['FAULTS'] === 'long';
