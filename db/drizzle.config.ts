import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: [
    './db/tables.ts',
    './db/tables-trail.ts',
    './db/tables-together.ts',
    './db/tables-work.ts',
    './db/tables-review.ts',
    './db/tables-awards.ts',
    './db/tables-identity.ts',
  ],
  out: './db/migrations/sqlite',
});
