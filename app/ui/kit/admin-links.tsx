// The ways between the pages of a charter administrator.
import { addressOf } from '#app/addresses.ts';

const PAGES = [
  [addressOf('/admin/desk'), 'Submissions'],
  [addressOf('/admin/panels'), 'Panels'],
  [addressOf('/admin/appeals'), 'Appeals'],
  [addressOf('/admin/workload'), 'Workload and turnaround'],
  [addressOf('/admin/awards'), 'Awards'],
  [addressOf('/admin/rounds'), 'Rounds'],
  [addressOf('/admin/charters'), 'Charters'],
  [addressOf('/admin'), 'Organisations and people'],
  [addressOf('/admin/people'), 'Access review'],
  [addressOf('/admin/erase'), 'Erase a file'],
  [addressOf('/admin/trail'), 'Record of events'],
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
