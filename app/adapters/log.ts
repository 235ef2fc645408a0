// The log: one event, one line of JSON on standard output. Never a narrative, a count of people, a
// cookie, a password or a link, nor anything else that people typed; long values are cut. What others say,
// such as a mail server, may name an address: it is left out here, whoever logs it.

const LONGEST = 2000;

export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;
export type Log = (event: string, facts?: LogFacts) => void;

/** A log that writes lines; `now` dates them. */
export function createLog(write: (line: string) => void, now: () => Date): Log {
  return (event, facts = {}) => {
    const cut = Object.entries(facts).map(([name, value]) => [
      name,
      typeof value === 'string' ? tidy(value) : value,
    ]);
    write(JSON.stringify({ at: now().toISOString(), event, ...Object.fromEntries(cut) }));
  };
}

const ADDRESS = /[\p{L}\p{N}._%+'-]+@(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}/gu;

function tidy(text: string): string {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return cut.replaceAll(ADDRESS, '…@…');
}
