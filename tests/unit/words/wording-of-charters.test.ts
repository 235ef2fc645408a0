import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('documents know no charter: no level or group is named in them', () => {
  const folder = join(process.cwd(), 'reports');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => file.endsWith('.ts'));
  expect(sources.length).toBeGreaterThan(20);
  for (const file of sources) {
    expect(readFileSync(join(folder, file), 'utf8'), file).not.toMatch(
      /\b(bronze|silver|gold|bme)\b/i,
    );
  }
});
