// What the server alone knows of an answer (entry.server.tsx): the nonce of its scripts, whether it refuses a
// form, and which texts of that the page itself does not show, because its form is not there any more.
import { createContext, type ReactNode, useContext } from 'react';
import type { Typed } from '#app/http/forms/typed-texts.ts';
import { Texts } from './not-saved-view.tsx';
import { Column } from '#app/ui/kit/page.tsx';

export type CameBack = {
  readonly nonce: string | undefined;
  readonly refused: boolean;
  readonly texts: Typed['texts'];
};

const Answered = createContext<CameBack>({ nonce: undefined, refused: false, texts: [] });

export const CameBackProvider = Answered.Provider;

/** Nothing on every other page, and in the browser. */
export function useCameBack(): CameBack {
  return useContext(Answered);
}

/** The page, and below it what was typed and is shown nowhere on it. */
export function WithTyped({ children }: { readonly children: ReactNode }) {
  const { texts } = useCameBack();
  if (texts.length === 0) return children;
  return (
    <>
      <div className="nhsuk-inset-text">
        <p>
          What you typed is not saved. Nothing of it is lost:{' '}
          <a href="#typed">it is at the end of this page</a>, to copy.
        </p>
      </div>
      {children}
      <div className="nhsuk-u-margin-top-6">
        <Column>
          <Texts texts={texts} />
        </Column>
      </div>
    </>
  );
}
