// Workforce indicators in documents.

/** What a document says of an indicator. */
export const INDICATOR_FACTS = {
  workforceIndicators: 'Workforce indicators',
  indicator: 'Indicator',
  asked: 'Asked',
};
