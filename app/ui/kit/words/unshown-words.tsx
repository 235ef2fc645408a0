// Said before a PDF is made: the words whose letters it cannot show.
const MOST = 12;

export function UnshownWords({ words }: { readonly words: readonly string[] }) {
  if (words.length === 0) return null;
  const more = words.length - MOST;
  return (
    <div className="nhsuk-inset-text">
      <h2 className="nhsuk-heading-s">A PDF cannot show all of these letters</h2>
      <p>
        <bdi>{words.slice(0, MOST).join(' · ')}</bdi>
        {more > 0 ? ` and ${more} more` : null}
      </p>
      <p>
        In a PDF each letter or sign that it lacks is written as its number, such as [U+738B]. A
        name can be read by everyone if it stands there in other letters, too: ‘Wang Xiaoming
        (王小明)’.
      </p>
    </div>
  );
}
