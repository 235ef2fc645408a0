// The evidence of an assessment as a library.

export const LIBRARY = {
  title: 'Evidence library',
  of: (department: string) => `Evidence library: ${department}`,
  forCriterion: (criterion: string) => `Evidence for ${criterion}`,
  explained:
    'Every file and link of this assessment, once. A file that is used for several criteria is stored once, and counts for each of them.',
  none: 'No evidence is attached yet.',
  caption: 'Files and links',
  evidence: 'Evidence',
  usedFor: 'Used for',
  choose: 'Use it, too',
  use: (criterion: string) => `Use for ${criterion}`,
  used: 'In use already',
  back: (criterion: string) => `Criterion ${criterion}`,
  link: 'Evidence library',
  fromLibrary: 'Use a file that is here already',
};
