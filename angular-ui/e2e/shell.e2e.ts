import { expect, expectAccessible, signIn, test } from './journey';

test('somebody signs in, changes the language, and signs out', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'PartnerCrm' })).toBeVisible();
  await expectAccessible(page);

  await signIn(page);
  await expect(page).toHaveURL(/\/today$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: /Account and language/ }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Deutsch' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Heute' })).toBeVisible();

  await page.getByRole('button', { name: /Konto und Sprache/ }).click();
  await page.getByRole('button', { name: 'Abmelden' }).click();
  await expect(page.getByRole('button', { name: /Anmelden|Sign in/ })).toBeVisible();
});

test('a reload keeps one signed in, and a deep link survives signing in', async ({ page }) => {
  await signIn(page);
  await page.goto('/contacts');
  await expect(page.getByRole('heading', { level: 1, name: 'Contacts' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Contacts' })).toBeVisible();
});

test('the palette goes anywhere by keyboard alone', async ({ page }) => {
  await signIn(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await page.keyboard.press('Control+k');
  const ask = page.getByRole('combobox', { name: 'Find or do anything' });
  await expect(ask).toBeFocused();
  await expectAccessible(page);
  await ask.fill('organis');
  await expect(page.getByRole('option', { selected: true })).toContainText('Organisations');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/organisations$/);

  await page.keyboard.press('Control+k');
  await ask.fill('x');
  await page.keyboard.press('Escape');
  await expect(ask).toHaveValue('');
  await page.keyboard.press('Escape');
  await expect(ask).toBeHidden();
});

test('letters are shortcuts until they are switched off', async ({ page }) => {
  await signIn(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await expect(page).toHaveURL(/\/contacts$/);

  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet).toBeVisible();
  await expectAccessible(page);
  await sheet.getByRole('switch').uncheck();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  // What a letter does is done by the time that the next key is: Ctrl+K always works.
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Find or do anything' })).toBeFocused();
  await expect(page.getByRole('heading', { level: 1, name: 'Contacts' })).toBeVisible();
  await expect(page).toHaveURL(/\/contacts$/);
});

test('on a phone the menu is a sheet', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page);
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await expectAccessible(page);
  const pipeline = page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Pipeline' });
  await pipeline.click();
  await expect(page).toHaveURL(/\/pipeline$/);
  await expect(pipeline).toBeHidden();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
