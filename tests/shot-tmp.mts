import { chromium } from 'playwright-core';
import pkg from '@sparticuz/chromium';
const [who, js, ...targets] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: await pkg.executablePath(),
  args: ['--no-sandbox', '--headless=old', '--disable-gpu'],
});
const context = await browser.newContext({ javaScriptEnabled: js === 'js' });
const page = await context.newPage();
const base = 'http://localhost:4151';
await page.goto(`${base}/sign-in`);
await page.fill('input[name=email]', who);
await page.fill('input[name=password]', 'walnut harbour lantern');
await page.click('main button');
await page.waitForLoadState();
for (const t of targets) {
  const [url, name, width] = t.split('|');
  await page.setViewportSize({ width: Number(width ?? 1200), height: 900 });
  const at = Date.now();
  await page.goto(base + '/');
  const target = url.startsWith('~')
    ? (await page
        .locator("main :is(h2, th) a[href^='/assessments/']")
        .first()
        .getAttribute('href')) + url.slice(1)
    : url;
  await page.goto(`${base}${target}`);
  const over = await page
    .evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    .catch(() => 'nojs');
  console.log(page.url(), Date.now() - at, 'ms', 'overflow', over);
  await page.screenshot({ path: `/tmp/w/shots/${name}.png`, fullPage: true });
}
await browser.close();
