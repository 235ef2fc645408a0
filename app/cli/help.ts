// What `charter --help` says.

/** Every verb and option, and what each exit code means. */
export const HELP = `charter: check criteria, score an assessment, find the cheapest way, render its plan

Examples
  charter validate charter-criteria/name/1.0.0
  charter score assessment.yaml --json
  charter path assessment.yaml --to LEVEL --pin G1,M2
  charter report assessment.yaml --out plan.pdf
  charter agreement ratings.csv --scale 0-4 --json
  charter admin create --email lead@example.org --name "Ada Obi"

Verbs
  new [--out FOLDER] [--from ANSWERS.yaml] [--title TEXT …]
                                 a charter to begin with, sound as it is: its questions are asked,
                                 or answered by options (--id, --title, --notice, --ratings,
                                 --labels, --levels, --sections, --criteria) or a file with these
                                 keys (- reads standard input); in FOLDER/ID/1.0.0
  validate PATH…                 every mistake in a charter's folder, as file:line:column
  show PATH [--json]             the charter as it is read (PATH or name@version)
  watch PATH [--port N]          the page as departments will see it, in a browser of this machine,
                                 with every mistake beside its line; loads itself anew on save
  sheet PATH --out FILE.xlsx     its criteria as a spreadsheet: a row for each, a column for each text
  sheet PATH --from FILE.xlsx --out NEWFOLDER
                                 the same charter with what was changed in the spreadsheet;
                                 mistakes are named by cell, as Criteria!D7
  diff A B [--json]              what changed, and whether the version number tells the truth
  publish PATH                   list a version as published, with its hashes
  schema NAME | --out FOLDER     JSON Schemas for editors: charter, levels, section, assessment
  score ASSESSMENT [--json]      points, levels and what is missing; - reads standard input
  path ASSESSMENT --to LEVEL [--pin ID,…] [--by DATE] [--fewest months] [--json]
                                 the least effort to a level, by a day, or the fewest months
  report ASSESSMENT --out FILE.pdf [--kind plan|self-assessment]
  move ASSESSMENT --to-charter PATH [--out FILE] [--json]
                                 what moving to a newer version gives, and its file
  agreement RATINGS.csv [--scale 0-4] [--json]
                                 how far raters agree: Krippendorff's alpha, Gwet's AC1 and AC2,
                                 with standard errors and 95 % intervals; columns unit, rater,
                                 rating, a line for each rating; - reads standard input

Running a service (on its data folder; settings as for the service)
  admin create --email ADDRESS --name NAME [--role ROLE] [--organisation NAME]
               [--department NAME] [--json]
                                 a charter administrator, or somebody with another role, with a
                                 link to choose a password
  admin reset-link --email ADDRESS [--json]
                                 a new link; earlier ones no longer work
  admin reset-factor --email ADDRESS [--json]
                                 the second factor taken away, for somebody who lost it
  admin provider-optional --organisation NAME [--json]
                                 passwords open accounts again, beside the organisation's provider
  admin rotate-key [--json]      a new key signs credentials; what earlier keys signed stays valid
  admin backup --out FOLDER      a consistent copy of the database and the evidence files
  admin restore --from FOLDER [--force] [--unverified] [--erased FILE]
                                 a checked backup put back; letters in it are held, and files that
                                 were erased since stay erased
  admin audit verify [--head TEXT] [--json]
                                 every event of the trail under its seal, every chain whole, every
                                 head that is known in its place
  admin audit head               the head of the trail, to be kept elsewhere
  admin audit cut --before DATE  events from before that day go; a sealed checkpoint stays
  admin import --from ARCHIVE.zip --department ID --email LEAD
                                 an archive becomes an assessment of a department

Options
  --out FILE       where the file goes: one that is there already is kept (exit code 4) without
                   --force, and - is standard output. --out FOLDER: backup makes a new one; schema
                   writes its four files anew
  --charter PATH   use the charter in this folder for the assessment
  --language TAG   the charter in another language that it has, such as cy (show, score, path, report,
                   watch); with validate, every text that is not there in it
  --date DATE      the date on a report (default: today)
  --force          write over a file, or set a data folder's contents aside
  --unverified     restore a backup that has no seal, or one of another key
  --erased FILE    a list of erased files (erased.jsonl) that is kept elsewhere
  --scale 0-4      the whole scale of the ratings (default: the lowest to the highest found)
  --json           results as JSON
  -h, --help       this text

Exit codes: 0 ok, 1 findings, 2 usage, 3 input or output, 4 refused, 70 internal`;
