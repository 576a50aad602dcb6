// What somebody in front of the web UI waits for: node etc/bench/ui.mjs ADDRESS PASSWORD. Prints lines "what<TAB>value<TAB>target".
// Every figure is from the click or the key to a screen without anything still loading, as Chromium sees it.
import { createRequire } from 'node:module';

const { chromium } = createRequire(new URL('../../angular-ui/package.json', import.meta.url))('@playwright/test');
const [address, password] = process.argv.slice(2);
const rounds = 5;
const pages = ['Contacts', 'Organisations', 'Pipeline', 'Mail', 'Meetings', 'Imports', 'Contact plans', 'Team', 'Today'];

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell', args: ['--headless', '--no-sandbox', '--disable-gpu'] });
const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })).newPage();
await page.goto(address);
await page.getByRole('button', { name: 'Sign in' }).first().click();
await page.locator('#user').fill('admin');
await page.locator('#password').fill(password);
await page.locator('#password').press('Enter');
await page.getByRole('button', { name: /Account and language/ }).waitFor();
const menu = page.getByRole('navigation').first();

const settled = name => page.waitForFunction(
  heading => document.querySelector('h1')?.textContent?.trim() === heading && !document.querySelector('crm-skeleton, [aria-busy=true]'), name, { polling: 'raf' });
const timed = async act => {
  const began = performance.now();
  await act();
  return performance.now() - began;
};
const median = times => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
const say = (what, times, target) => console.log(`${what}\t${Math.round(median(times))} ms (worst ${Math.round(Math.max(...times))})\t≤ ${target} ms`);

const opened = new Map(pages.map(name => [name, []]));
for (let round = 0; round <= rounds; round++) {
  for (const name of pages) {
    const link = menu.getByRole('link', { name, exact: true });
    const time = await timed(async () => {
      await link.evaluate(each => each.click());
      await settled(name);
    });
    // The first round loads the screens' scripts; the rest of the day doesn't.
    if (round > 0) opened.get(name).push(time);
  }
}
for (const [name, times] of opened) say(`ui: ${name} shows after the click`, times, 300);

await menu.getByRole('link', { name: 'Contacts', exact: true }).click();
await settled('Contacts');
const search = page.getByRole('searchbox').first();
const keys = [];
for (const text of ['bade', 'gofi', 'luma', 'nepi', 'rosu']) {
  await search.fill(text);
  await page.waitForTimeout(1000);
  const answer = page.waitForResponse(each => each.url().includes('/api/crm/contacts?'));
  keys.push(await timed(async () => {
    await search.press('a');
    await answer;
    await settled('Contacts');
  }));
}
say('ui: contacts are found after a key', keys, 150);

const reloads = [];
for (let round = 0; round < rounds; round++) reloads.push(await timed(async () => {
  await page.reload({ waitUntil: 'commit' });
  await settled('Contacts');
}));
say('ui: a cached reload shows the contacts', reloads, 1000);
await browser.close();
