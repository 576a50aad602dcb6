import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, signIn, test } from './journey';
import { People } from './people';

let names: string[] = [];

const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const card = (page: Page, name: string) => page.getByRole('link', { name, exact: true });

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ request }) => {
  names = (await (await People.open(request)).pick(3, 'toni')).map(each => each.contactName);
});

test('a card goes to rest by its menu, with a reason, and comes back by undoing', async ({ page }) => {
  await signIn(page);
  await page.goto('/pipeline');
  await expect(column(page, 'Social').getByRole('link', { name: names[0], exact: true })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: `Move ${names[0]}` }).click();
  expect((await new AxeBuilder({ page }).include('[role=menu]').withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()).violations).toEqual([]);
  await page.getByRole('menuitem', { name: /Resting/ }).click();
  const dialog = page.getByRole('dialog', { name: `${names[0]} to Resting` });
  await expect(dialog.getByRole('textbox', { name: 'Why, in a sentence' })).toBeFocused();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: /^Move/ }).click();
  await expect(dialog.getByText('A sentence is needed')).toBeVisible();
  await dialog.getByRole('button', { name: 'Not the right time for them' }).click();
  await dialog.getByRole('button', { name: /^Move/ }).click();

  await expect(column(page, 'Resting').getByRole('link', { name: names[0], exact: true })).toBeFocused();
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(column(page, 'Social').getByRole('link', { name: names[0], exact: true })).toBeVisible();
});

test('by keyboard: a closed gate says why and takes a sentence, a skipped rung is refused', async ({ page, forgive }) => {
  // The gate is shut, and the host says so.
  forgive(/409/);
  await signIn(page);
  await page.goto('/pipeline');
  await card(page, names[1]).focus();

  await page.keyboard.press('m');
  await page.keyboard.press('4');
  await expect(page.getByText('One rung at a time: from Social the next is In touch.')).toBeVisible();
  await expect(page.getByRole('menu')).toBeHidden();
  await expect(card(page, names[1])).toBeFocused();

  await page.keyboard.press('Shift+ArrowRight');
  const dialog = page.getByRole('dialog', { name: `${names[1]} to In touch` });
  await dialog.getByRole('radio', { name: 'Nothing of this; I answer for it' }).check();
  await dialog.getByRole('textbox').fill('We spoke at the fair.');
  await page.keyboard.press('Control+Enter');
  await expect(column(page, 'In touch').getByRole('link', { name: names[1], exact: true })).toBeFocused();
  await page.keyboard.press('z');
  await expect(column(page, 'Social').getByRole('link', { name: names[1], exact: true })).toBeVisible();
});

test('the table shows the same, sorts and finds', async ({ page }) => {
  await signIn(page);
  await page.goto('/pipeline?view=table');
  await expect(page.getByRole('row').filter({ hasText: names[2] })).toContainText('Social');
  await expectAccessible(page);
  await page.getByRole('searchbox').fill(names[2]);
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.getByRole('button', { name: 'Board' }).click();
  await expect(card(page, names[2])).toBeVisible();
  await expect(card(page, names[1])).toBeHidden();
});

test('on a phone the columns are side by side under the finger, and nothing else is wider than it', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page);
  await page.goto('/pipeline?view=board');
  await expect(card(page, names[0])).toBeVisible();
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
