import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type Cookie, type Page } from '@playwright/test';
import { adminPassword, hostAddress } from './host';

interface Journey {
  /** What may go wrong here, because that is what is tried. */
  forgive: (what: RegExp) => void;
  /** Another person's browser, watched like the first. */
  another: () => Promise<Page>;
}

/** A test whose pages may not log an error, lose a request or load anything from elsewhere. */
export const test = base.extend<Journey & { wrong: string[] }>({
  wrong: async ({}, use) => use([]),
  forgive: [async ({ page, wrong }, use) => {
    const forgiven: RegExp[] = [];
    watch(page, wrong);
    await use(what => forgiven.push(what));
    expect(wrong.filter(line => !forgiven.some(what => what.test(line)))).toEqual([]);
  }, { auto: true }],
  another: async ({ browser, wrong }, use) => {
    const pages: Page[] = [];
    await use(async () => {
      const page = await (await browser.newContext()).newPage();
      watch(page, wrong);
      pages.push(page);
      return page;
    });
    for (const page of pages) await page.context().close();
  },
});

export { expect };

function watch(page: Page, wrong: string[]): void {
  page.on('console', line => { if (line.type() === 'error') wrong.push(`console: ${line.text()}`); });
  page.on('pageerror', error => wrong.push(`page: ${error.message}`));
  page.on('response', answer => { if (answer.status() >= 400) wrong.push(`${answer.status()} ${answer.request().method()} ${answer.url()}`); });
  page.on('request', request => { if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(hostAddress)) wrong.push(`elsewhere: ${request.url()}`); });
}

// The host's own cookie: with it, the sign-in page lets one through.
const cookies = new Map<string, Cookie[]>();

/** Signs in, by what is left of an earlier sign-in of theirs if it still holds. Whoever is led to the first steps puts them away, unless that is what the journey is about. */
export async function signIn(page: Page, userName = 'admin', password = adminPassword, isNew = false): Promise<void> {
  await page.context().addCookies(cookies.get(userName) ?? []);
  await page.goto('/');
  await page.getByRole('button', { name: /^(Sign in|Anmelden)$/ }).first().click();
  const person = page.getByRole('button', { name: /Account and language|Konto und Sprache/ });
  await expect(person.or(page.locator('#user'))).toBeVisible();
  if (await page.locator('#user').isVisible()) await fillInSignIn(page, userName, password);
  await expect(person).toBeVisible();
  await expect(page).not.toHaveURL(/\/(\?.*)?$/);
  if (!isNew && new URL(page.url()).pathname === '/welcome') {
    const putAway = page.getByRole('button', { name: /^(Put this page away|Diese Seite weglegen)$/ });
    await putAway.click();
    await expect(putAway).toBeHidden();
  }
  cookies.set(userName, (await page.context().cookies()).filter(each => each.name.startsWith('PartnerCrm.')));
}

/** On the sign-in page: name, password, Enter. */
export async function fillInSignIn(page: Page, userName: string, password: string): Promise<void> {
  await page.locator('#user').fill(userName);
  await page.locator('#password').fill(password);
  await page.locator('#password').press('Enter');
}

/** No violation of WCAG 2.2 AA, once the screen has settled: what stands in for something still to come isn't the screen, nor is what still fades in. */
export async function expectAccessible(page: Page): Promise<void> {
  await expect(page.locator('h1').first()).toBeVisible();
  await expect(page.locator('crm-skeleton, [aria-busy=true]')).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => document.getAnimations().some(each => each.playState === 'running' && each.effect?.getComputedTiming().endTime !== Infinity))).toBe(false);
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  expect(violations.map(each => `${each.id}: ${each.nodes.map(node => node.html).join(' | ')}`)).toEqual([]);
}

/** Presses Tab until what has the focus is called so. What opens late is waited for: focus that runs ahead of a dialog would end behind it. */
export async function tabTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  await expect.poll(async () => (await names(page)).some(each => name.test(each.name)), { message: `something called ${name}` }).toBe(true);
  const passed: string[] = [];
  for (let presses = 0; presses < 80; presses++) {
    const focused = (await names(page)).find(each => each.isFocused)?.name ?? '';
    if (name.test(focused)) return;
    passed.push(focused.slice(0, 30));
    await page.keyboard.press(key);
  }
  throw new Error(`No ${key} leads to ${name}, only to ${[...new Set(passed)].join(', ')}.`);
}

/** What can have the focus now, as it is called. */
function names(page: Page): Promise<{ name: string; isFocused: boolean }[]> {
  return page.evaluate(() => [...document.querySelectorAll<HTMLInputElement>('a[href], button, input, select, textarea, summary, [tabindex]')]
    .filter(each => each.checkVisibility())
    .map(each => ({
      name: (each.getAttribute('aria-label') ?? each.labels?.[0]?.textContent ?? each.textContent ?? '').replace(/\s+/g, ' ').trim(),
      isFocused: each === document.activeElement,
    })));
}
