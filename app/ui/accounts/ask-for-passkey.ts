// What the service asks a browser for, fetched as a form of our own would.

/** The question; throws where the service does not answer with one. */
export async function askedOptions<T>(
  url: string,
  fields: Readonly<Record<string, string>>,
): Promise<T> {
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(fields) });
  if (!response.ok) throw new Error(await response.text());
  const question: T = await response.json();
  return question;
}
