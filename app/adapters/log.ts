// The log: one event, one line of JSON on standard output. Never a narrative, a count of people, a
// cookie, a password or a link; long values are cut.

const LONGEST = 2000;

export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;
export type Log = (event: string, facts?: LogFacts) => void;

/** A log that writes lines; `now` dates them. */
export function createLog(write: (line: string) => void, now: () => Date): Log {
  return (event, facts = {}) => {
    const cut = Object.entries(facts).map(([name, value]) => [
      name,
      typeof value === 'string' && value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value,
    ]);
    write(JSON.stringify({ at: now().toISOString(), event, ...Object.fromEntries(cut) }));
  };
}
