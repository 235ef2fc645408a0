// What an award is worth, in words; colour only where there is something to notice.
import { NOW } from '#words/award/award-pages.ts';
import type { AwardState } from '#app/domain/award/award.ts';
import type { RegisteredOrganisationView } from '#app/queries/award/register-entry.ts';
import { awardStateText } from '#words/award/stage-text.ts';

const COLOUR: Readonly<Record<AwardState, string | null>> = {
  unpublished: 'grey',
  valid: null,
  grace: 'yellow',
  expired: 'grey',
  withdrawn: 'red',
};

export function AwardStateTag({ state }: { readonly state: AwardState }) {
  const colour = COLOUR[state];
  if (colour === null) return <>{awardStateText(state)}</>;
  return <strong className={`nhsuk-tag nhsuk-tag--${colour}`}>{awardStateText(state)}</strong>;
}

/** What the organisation is called now, was called and belongs to; nothing where nothing changed. */
export function OrganisationNow({
  organisation: { nowCalled, formerly, nowPartOf },
}: {
  readonly organisation: RegisteredOrganisationView;
}) {
  const earlier = nowCalled === null ? formerly : [];
  const facts = [
    ...(nowCalled === null ? [] : [NOW.called(nowCalled)]),
    ...(earlier.length === 0 ? [] : [NOW.formerly(earlier.join(', '))]),
    ...(nowPartOf === null ? [] : [NOW.partOf(nowPartOf.name)]),
  ];
  return facts.length === 0 ? null : <span> ({facts.join('; ')})</span>;
}
