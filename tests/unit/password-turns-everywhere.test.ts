import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const APP = path.resolve(import.meta.dirname, '../../app');
/** What makes or compares a hash of a password: the library's own calls, and its hasher. */
const HASHES =
  /signInEmail|signUpEmail|changePassword|resetPassword|hasher|hashPassword|verifyPassword|scrypt|argon2|pbkdf2/;
/** Where hashes are made, and where the library is told of it: both are called by the others only. */
const MAKERS = ['identity/auth.ts', 'identity/password-hash.ts'];

test('whatever looks at a password or makes its hash waits for its turn', () => {
  const files = readdirSync(APP, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/^(?:demo|cli)\//.test(file))
    .filter((file) => !MAKERS.includes(file))
    .map((file) => ({ file, text: readFileSync(path.join(APP, file), 'utf8') }))
    .filter(({ text }) => HASHES.test(text));
  expect(files.map(({ file }) => file).toSorted()).toEqual([
    'use-cases/accounts/confirm-identity.ts',
    'use-cases/accounts/set-password.ts',
    'use-cases/accounts/sign-in.ts',
  ]);
  for (const { file, text } of files) expect(text, file).toContain('passwordTurn(');
});
