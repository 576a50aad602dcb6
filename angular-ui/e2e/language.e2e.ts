import { find } from './abp-table';
import { adminPassword, hostAddress } from './host';
import { expect, expectAccessible, signIn, tabTo, test } from './journey';
import { asAdmin, madeContact, madeUser } from './records';

test('another language: menus, ABP\'s own pages and dates follow, and it stays after a reload and on the sign-in page', async ({ page, request }) => {
  const name = await madeUser(request, 'zoe.madeup', ['head-of-engagement', 'admin']);
  const contact = await madeContact(request, 'Languaga');
  await signIn(page, name, adminPassword);
  await page.goto(`/contacts/${contact.id}`);
  await expect(page.getByRole('heading', { name: 'Next steps' })).toBeVisible();
  await page.getByRole('button', { name: /Account and language/ }).click();
  await page.getByRole('button', { name: 'Deutsch' }).click();

  const menu = page.getByRole('navigation', { name: 'Menü' });
  for (const item of ['Heute', 'Kontakte', 'Organisationen', 'Benutzer', 'Rollen', 'Protokoll', 'Einstellungen']) await expect(menu.getByRole('link', { name: item, exact: true })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', /^de/);
  const metOn = new Intl.DateTimeFormat('de', { timeZone: 'Europe/Berlin', day: 'numeric', month: 'short', year: 'numeric' }).format(new Date());
  await expect(page.getByText(metOn).first()).toBeVisible();
  await expectAccessible(page);

  await page.reload();
  await expect(menu.getByRole('link', { name: 'Heute', exact: true })).toBeVisible();
  await menu.getByRole('link', { name: 'Benutzer', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Benutzer' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Benutzername' })).toBeVisible();
  await find(page, name);
  await expectAccessible(page);
  await page.goto('/audit');
  await expect(page.getByRole('heading', { level: 1, name: 'Protokoll' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: /Konto und Sprache/ }).click();
  await page.getByRole('button', { name: 'Abmelden' }).click();
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await expect(page.getByRole('heading', { name: 'Anmelden' })).toBeVisible();
  await expect(page.getByLabel('Passwort')).toBeVisible();
});

test('and by keyboard alone, back and forth', async ({ page }) => {
  await signIn(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('language');
  await expect(page.getByRole('listbox').getByRole('option', { selected: true })).toContainText('Language');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Deutsch');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Heute' })).toBeVisible();
  await tabTo(page, /^Konto und Sprache/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^English$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
});

test('times are shown in the zone that the office has set, over the browser\'s', async ({ page, request }) => {
  const headers = await asAdmin(request);
  await request.post(`${hostAddress}/api/setting-management/timezone?timezone=Pacific%2FAuckland`, { headers });
  try {
    await signIn(page);
    await page.goto('/audit');
    const first = page.getByRole('row').nth(1).getByRole('link');
    await expect(first).toContainText(/GMT\+1[23]|NZDT|NZST/);
  } finally {
    await request.post(`${hostAddress}/api/setting-management/timezone?timezone=`, { headers });
  }
});
