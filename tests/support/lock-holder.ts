// A process that takes a data folder and keeps it until it is ended. Used by the tests of the lock.
import { lockDataFolder } from '#app/adapters/backup/data-folder-lock.ts';

try {
  lockDataFolder(process.argv[2] ?? '');
  console.log('held');
  setInterval(() => {}, 60_000);
} catch (error) {
  console.log(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
