import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';
import { adminPassword, hostAddress } from './host';

/** A test whose page may not log an error, lose a request or load anything from elsewhere. */
export const test = base.extend<{ forgive: (what: RegExp) => void }>({
  forgive: [async ({ page }, use) => {
    const forgiven: RegExp[] = [];
    const wrong: string[] = [];
    page.on('console', line => { if (line.type() === 'error') wrong.push(`console: ${line.text()}`); });
    page.on('pageerror', error => wrong.push(`page: ${error.message}`));
    page.on('response', answer => { if (answer.status() >= 400) wrong.push(`${answer.status()} ${answer.request().method()} ${answer.url()}`); });
    page.on('request', request => { if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(hostAddress)) wrong.push(`elsewhere: ${request.url()}`); });
    await use(what => forgiven.push(what));
    expect(wrong.filter(line => !forgiven.some(what => what.test(line)))).toEqual([]);
  }, { auto: true }],
});

export { expect };

export async function signIn(page: Page, userName = 'admin', password = adminPassword): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: /^(Sign in|Anmelden)$/ }).first().click();
  await page.locator('#user').fill(userName);
  await page.locator('#password').fill(password);
  await page.locator('#password').press('Enter');
  await expect(page.getByRole('button', { name: /Account and language|Konto und Sprache/ })).toBeVisible();
}

/** No violation of WCAG 2.2 AA. Call it when the screen has settled. */
export async function expectAccessible(page: Page): Promise<void> {
  await expect(page.locator('h1').first()).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  expect(violations.map(each => `${each.id}: ${each.nodes.map(node => node.html).join(' | ')}`)).toEqual([]);
}
