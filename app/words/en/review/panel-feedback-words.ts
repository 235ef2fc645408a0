// The panel’s feedback to a department as a document.

/** The whole of it. */
export const PANEL_FEEDBACK = {
  audience: (department: string, organisation: string) =>
    `For ${department}, ${organisation}: its self-assessment team and its executive sponsor.`,
  title: 'Panel feedback',
  asks: 'What the panel asks and says',
  levelAwarded: 'Level awarded',
  decidedOn: 'Decided on',
  agreedFacts: 'Facts that the panel corrected',
  agreedFact: (
    question: string,
    { before, after, reason }: Readonly<Record<'before' | 'after' | 'reason', string>>,
  ) => `${question} Submitted: ${before}. Agreed: ${after}. ${reason}`,
  theOutcome: 'The outcome',
  levelAimedFor: 'Level aimed for',
  scoreAsThePanel: 'Score as the panel agreed it',
  whatHappensNext: 'What happens next',
  takesThePlace: 'This decision takes the place of an earlier one',
  recommendationsAndCommendations: 'Recommendations and commendations',
  rest: (recommendations: string, commendations: string) =>
    `The panel makes ${recommendations} and ${commendations}. They stand with the criteria below.`,
  asYouClaimed: 'As you claimed',
  howLevels:
    'A level is reached when all of its conditions are met, and those of every level below it. What counts is what the panel agreed, as far as evidence and workforce indicators bear it out.',
  howTheLevelCame: 'How the level came about',
  howAgreement:
    'Each reviewer rated every criterion alone before seeing what the others gave. 1 is full agreement, 0 is what chance alone would give. With few criteria and few reviewers the interval is wide, and counts for more than the figure.',
  howFarTheReviewers: 'How far the reviewers agreed',
  alpha: 'Krippendorff’s alpha, ordinal',
  ac2: 'Gwet’s AC2, quadratic weights',
  thePanel: 'The panel',
  seat: 'Seat',
  tookPart: 'Took part',
};

/** What the panel says of a section and of each of its criteria. */
export const ON_CRITERION = {
  sectionScore: (score: string) => `Score of this section as the panel agreed it: ${score}.`,
  nothing: 'The record says nothing of this criterion.',
  youClaimed: 'You claimed',
  independentRatings: 'Independent ratings',
  thePanelAgreed: 'The panel agreed',
  foundTrue: 'Statements that the panel finds true',
  noneGiven: 'None given',
  because: (reason: string) => `Not applicable, because: ${reason}`,
  noRating: 'No rating, which counts as 0',
  lowestFirst: (ratings: string) => `${ratings}, lowest first`,
  whatCounts: 'What counts',
};
