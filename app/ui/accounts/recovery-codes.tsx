// Recovery codes, shown once: when they are made.
import { addressOf } from '#app/addresses.ts';

/** The codes, with what they are for. */
export function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  return (
    <>
      <h2 className="nhsuk-heading-m">Keep these recovery codes</h2>
      <p>
        Each works once, in the place of your device, if you lose it. They are shown only now. Print
        them, or put them into your password manager.
      </p>
      <ul className="app-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{`${code.slice(0, 5)}-${code.slice(5)}`}</code>
          </li>
        ))}
      </ul>
      <a className="nhsuk-button" href={addressOf('/account')}>
        I have kept them
      </a>
    </>
  );
}
