// What runs in the page: it loads itself anew after a change, keeps open what was open, and goes back to
// where it was read, or up to the mistakes where there are some.

/** The script of the page. */
export const RELOAD = `
const key = 'seen ' + location.pathname;
const seen = JSON.parse(sessionStorage.getItem(key) ?? '{"open":[],"top":0}');
const all = [...document.querySelectorAll('details')];
const named = (one) => one.querySelector('summary')?.textContent?.trim().split(' ')[0] ?? '';
for (const one of all) if (seen.open.includes(named(one))) one.open = true;
const isSound = document.querySelector('.nhsuk-error-summary') === null;
history.scrollRestoration = 'manual';
scrollTo(0, isSound ? seen.top : 0);
addEventListener('pagehide', () => {
  const open = all.filter((one) => one.open).map(named);
  sessionStorage.setItem(key, JSON.stringify({ open, top: isSound ? scrollY : seen.top }));
});
const { revision } = document.documentElement.dataset;
new EventSource('/events?shown=' + revision).onmessage = () => location.reload();
`;
