// The ways between the pages of a charter administrator.

const PAGES = [
  ['/admin/desk', 'Submissions'],
  ['/admin/panels', 'Panels'],
  ['/admin/appeals', 'Appeals'],
  ['/admin/workload', 'Workload and turnaround'],
  ['/admin/awards', 'Awards'],
  ['/admin/rounds', 'Rounds'],
  ['/admin/charters', 'Charters'],
  ['/admin', 'Organisations and people'],
  ['/admin/people', 'Access review'],
  ['/admin/erase', 'Erase a file'],
  ['/admin/trail', 'Record of events'],
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
