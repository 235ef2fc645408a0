// A browser and its system, as far as it says so itself, for its owner to know it by.
import { BROWSER } from '#words/accounts/accounts-pages.ts';

const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\//, 'Firefox'],
  [/\b(?:HeadlessChrome|Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\bWindows\b/, 'Windows'],
  [/\b(?:iPhone|iPad)\b/, 'iOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

/** 'Firefox on Windows'; 'An unknown browser' where it does not say. */
export function browserText(agent: string): string {
  const browser = BROWSERS.find(([known]) => known.test(agent))?.[1] ?? BROWSER.unknown;
  const system = SYSTEMS.find(([known]) => known.test(agent))?.[1];
  return system === undefined ? browser : BROWSER.on(browser, system);
}
