import { readFileSync } from 'node:fs';
import { expect, expectAccessible, signIn, test } from './journey';

test('somebody new by hand: found, written down, started, paused with a reason', async ({ page }) => {
  test.slow();
  await signIn(page);
  await page.goto('/contacts');
  await expect(page.getByRole('heading', { level: 1, name: 'Contacts' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'New contact' }).click();
  await page.getByLabel('First name').fill('Journey');
  await page.getByLabel('Last name').fill('Testperson');
  await page.getByLabel('E-mail').fill('journey.testperson@works.example.org');
  await page.getByLabel('Organisation').fill('Journey Works Ltd');
  await page.getByLabel('Country (two letters)').fill('GB');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Journey Testperson' })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('heading', { name: 'May I?' })).toBeVisible();

  await page.keyboard.press('s');
  const start = page.getByRole('dialog', { name: 'Start a plan' });
  await expect(start.getByText('If they stay silent:')).toBeVisible();
  await expectAccessible(page);
  await start.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByText('Running', { exact: true })).toBeVisible({ timeout: 40_000 });

  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('textbox', { name: 'Why?' }).fill('On holiday until Monday');
  await page.getByRole('dialog').getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText('Paused', { exact: true }).first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByText('Running', { exact: true })).toBeVisible();

  await page.getByRole('link', { name: 'Journey Works Ltd' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Journey Works Ltd' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Journey Testperson' }).first()).toBeVisible();
  await expectAccessible(page);
});

test('a view of the list is kept, and the list is a file', async ({ page }) => {
  await signIn(page);
  await page.goto('/contacts');
  await expect(page.getByRole('link', { name: 'Journey Testperson' })).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('testperson');
  await expect(page.getByRole('link', { name: 'Journey Testperson' })).toBeVisible();
  await expect(page).toHaveURL(/q=testperson/);

  await page.getByRole('button', { name: /Save as a view/ }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Test people');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('combobox', { name: 'View' })).toHaveValue(/[\w-]{36}/);
  await expect(page).toHaveURL(/view=/);
  await expectAccessible(page);

  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).click();
  expect(readFileSync(await (await saved).path(), 'utf8')).toContain('Testperson');
});

test('on a phone a contact is one column', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page);
  await page.goto('/contacts?q=testperson');
  await page.getByRole('link', { name: 'Journey Testperson' }).click();
  await expect(page.getByRole('heading', { name: 'Next steps' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectAccessible(page);
});
