// Prints a page to a PDF with a headless Chromium, as a process of its own: `node chromium-print.ts PAGE OUT`.
import { pathToFileURL } from 'node:url';
import packaged from '@sparticuz/chromium';
import { chromium } from 'playwright-core';

const [, , page = '', out = ''] = process.argv;
const executablePath = process.env['CHROMIUM_PATH'] ?? (await packaged.executablePath());
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'], headless: true });
const tab = await browser.newPage();
await tab.goto(pathToFileURL(page).href);
await tab.pdf({ path: out, tagged: true });
await browser.close();
