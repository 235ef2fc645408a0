// What lies in an archive of an assessment, by the name of the file.

export const ARCHIVE_FILES = {
  'self-assessment.pdf': 'Self-assessment report (PDF)',
  'action-plan.pdf': 'Action plan (PDF)',
  'action-plan.xlsx': 'Action plan (spreadsheet)',
  'assessment.json': 'The whole assessment as data (JSON)',
  'evidence.json': 'The list of evidence as data (JSON)',
  'submission.json': 'What was submitted, as it was (JSON)',
} as const;

export type ArchiveFile = keyof typeof ARCHIVE_FILES;

export const ARCHIVE = {
  selfAssessmentOf: (department: string, organisation: string) =>
    `Self-assessment of ${department}, ${organisation}`,
  couldNotBeRead: (name: string) => `${name} (could not be read)`,
};
