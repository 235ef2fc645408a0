// The ways between the pages of a charter administrator.
import { ADMIN_PLACES } from '#words/kit/kit-pages.ts';
import { LABEL } from '#words/kit/labels.ts';
import { addressOf } from '#app/addresses.ts';

const PAGES = [
  [addressOf('/admin/desk'), LABEL.submissions],
  [addressOf('/admin/panels'), ADMIN_PLACES.panels],
  [addressOf('/admin/appeals'), ADMIN_PLACES.appeals],
  [addressOf('/admin/workload'), ADMIN_PLACES.workloadAndTurnaround],
  [addressOf('/admin/awards'), ADMIN_PLACES.awards],
  [addressOf('/admin/rounds'), ADMIN_PLACES.rounds],
  [addressOf('/admin/charters'), ADMIN_PLACES.charters],
  [addressOf('/admin'), ADMIN_PLACES.organisationsAndPeople],
  [addressOf('/admin/people'), ADMIN_PLACES.accessReview],
  [addressOf('/admin/erase'), ADMIN_PLACES.eraseAFile],
  [addressOf('/admin/trail'), ADMIN_PLACES.recordOfEvents],
] as const;

export function AdminLinks({ here }: { readonly here: (typeof PAGES)[number][0] }) {
  return (
    <nav className="app-places" aria-label="Administration">
      <ul>
        {PAGES.map(([to, text]) => (
          <li key={to}>
            <a href={to} aria-current={to === here ? 'page' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
