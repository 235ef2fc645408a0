// A whole assessment to read.

type Standing = Readonly<Record<'level' | 'target' | 'overall', string>>;

export const READING = {
  title: 'Everything that is answered',
  of: (department: string) => `Everything that is answered: ${department}`,
  link: 'Read all answers, one after the other',
  contents: 'Sections',
  standing: ({ level, target, overall }: Standing) =>
    `Level reached: ${level}. Target: ${target}. Overall score: ${overall}.`,
  changed: (count: number) =>
    count === 0
      ? 'No answer has changed since the signature was asked for.'
      : `Answers that have changed since the signature was asked for: ${count}. They are marked.`,
  isChanged: 'Changed since',
  score: (score: string) => `Score of this section: ${score}.`,
  open: (criterion: string) => `Open ${criterion}`,
  comments: (criterion: string) => `Comments on ${criterion}`,
  next: (criterion: string) => `Go on to ${criterion}`,
  nothingWritten: 'Nothing is written yet.',
  noEvidence: 'No evidence is attached.',
};
