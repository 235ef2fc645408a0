// The `charter` command. Each verb is a file beside this one; this file only chooses.
import { readCharterFolder } from '#app/adapters/charter-files.ts';
const [verb, ...rest] = process.argv.slice(2);
if (verb === 'validate') {
  for (const folder of rest) {
    const { mistakes, charter } = await readCharterFolder(folder);
    for (const m of mistakes) console.log(`${folder}/${m.file}:${m.line}:${m.column}: ${m.code} ${m.message}`);
    console.log(charter ? `${folder}: sound` : `${folder}: ${mistakes.length} mistakes`);
  }
}
