// Whether somebody has changed what a form held when its page came.

/** What browsers fill in by themselves, and what nobody keeps: addresses to sign in with, codes, passwords. */
const NOT_KEPT = /username|email|one-time-code|password/;
const CHOICES: readonly string[] = ['radio', 'checkbox'];
const NO_TEXT: readonly string[] = [...CHOICES, 'hidden', 'password', 'file', 'submit'];

/** Whether a text, a choice or a file of the form is another than the page came with. */
export function changedIn(form: HTMLFormElement): boolean {
  return [...form.elements].some(isChanged);
}

/** Whether a text stands in the form. */
export function holdsText(form: HTMLFormElement): boolean {
  return [...form.elements].some((field) => isText(field) && field.value.trim() !== '');
}

function isChanged(field: Element): boolean {
  if (isText(field)) return field.value !== field.defaultValue;
  if (field instanceof HTMLSelectElement) return isChosenAnew(field);
  if (!(field instanceof HTMLInputElement)) return false;
  if (CHOICES.includes(field.type)) return field.checked !== field.defaultChecked;
  return field.type === 'file' && field.value !== '';
}

function isText(field: Element): field is HTMLTextAreaElement | HTMLInputElement {
  if (field instanceof HTMLTextAreaElement) return !field.readOnly;
  if (!(field instanceof HTMLInputElement)) return false;
  return !NO_TEXT.includes(field.type) && !NOT_KEPT.test(field.autocomplete);
}

function isChosenAnew({ options }: HTMLSelectElement): boolean {
  const given = [...options].findIndex(({ defaultSelected }) => defaultSelected);
  return options[Math.max(0, given)]?.selected === false;
}
