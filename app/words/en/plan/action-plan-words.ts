// The action plan in documents.

/** The action plan as a document. */
export const PLAN_DOCUMENT = {
  whatWeWillDo: 'What we will do',
  betweenNext: 'What stands between us and the next level',
  between: (level: string) => `What stands between us and ${level}`,
  actionsInThisPlan: 'Actions in this plan',
  actionsComplete: 'Actions complete',
  of: (part: number, whole: number) => `${part} of ${whole}`,
};

/** The parts of a plan in any document. */
export const PLAN_PARTS = {
  noActions: 'This plan has no actions yet.',
  noDates: 'No action has dates yet.',
  inFull: 'Each action in full',
  keyPriority: (keyPriority: string) => `Key priority: ${keyPriority}`,
};

/** The plan on a time axis. */
export const GANTT = {
  without: (actions: string) => ` ${actions} without dates.`,
  span: (actions: string, first: string, last: string) => `${actions} from ${first} to ${last}.`,
};
