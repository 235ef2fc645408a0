// What a person does that does not take them off the page.

/** Whether a form that is sent opens beside the page, or is held back. */
export function leavesOpen({ defaultPrevented, submitter }: SubmitEvent): boolean {
  const beside = submitter instanceof HTMLButtonElement && submitter.formTarget === '_blank';
  return defaultPrevented || beside;
}

/** Whether a click on a link opens something beside the page, or a place on it. */
export function opensBeside(event: MouseEvent, { target, hash, href }: HTMLAnchorElement): boolean {
  const held = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey;
  const elsewhere = target !== '' && target !== '_self';
  const onPage = hash !== '' && href === `${location.href.split('#')[0] ?? ''}${hash}`;
  return event.defaultPrevented || held || elsewhere || onPage;
}
