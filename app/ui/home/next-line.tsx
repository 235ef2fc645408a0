// What comes next with an assessment, in one sentence that leads there.
import type { NextStep } from '#app/domain/home/next-steps.ts';
import { NEXT, nextText } from '#words/home/next-text.ts';
import { stepAddress } from './step-address.ts';

type Props = { readonly id: string; readonly next: NextStep };

export function NextLine({ id, next }: Props) {
  return (
    <p className="app-next">
      <strong>{NEXT.label}</strong> <NextLink id={id} next={next} />.
    </p>
  );
}

/** The sentence alone, where something else says that it comes next. */
export function NextLink({ id, next }: Props) {
  return <a href={stepAddress(id, next)}>{nextText(next)}</a>;
}
