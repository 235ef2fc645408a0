// Awards as a list, each with what is needed to tell it from others; readable on a phone.
import { addressOf } from '#app/addresses.ts';
import type { RegisterEntry } from '#app/queries/award/register-entry.ts';

import { LevelSign } from '#app/ui/kit/level-sign.tsx';
import { AwardStateTag, OrganisationNow } from './award-state.tsx';
import { dayText } from '#words/kit/time.ts';

export function AwardList({ entries }: { readonly entries: readonly RegisterEntry[] }) {
  return (
    <ul className="nhsuk-list app-awards">
      {entries.map((entry) => (
        <li key={entry.number} className="app-awards__item">
          <h2 className="nhsuk-heading-s nhsuk-u-margin-bottom-1">
            <a href={addressOf('/awards/:award', { award: entry.number })}>
              {entry.department}, {entry.organisation.name}: {entry.level.label}
            </a>{' '}
            <LevelSign steps={entry.level.steps} />
          </h2>
          <p className="nhsuk-body-s nhsuk-u-margin-bottom-1">
            {entry.charter.title}
            <OrganisationNow organisation={entry.organisation} />
          </p>
          <p className="nhsuk-body-s nhsuk-u-margin-bottom-0">
            <AwardStateTag state={entry.state} /> · awarded {dayText(entry.awardedOn)}, until{' '}
            {dayText(entry.lastDay)} · {entry.number}
          </p>
        </li>
      ))}
    </ul>
  );
}
