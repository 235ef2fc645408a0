// `npm run policies`: writes docs/who-may-do-what.md. A unit test fails where it is not what this would write.
import { writeFileSync } from 'node:fs';
import { policyPage } from './page.ts';

writeFileSync('docs/who-may-do-what.md', policyPage());
