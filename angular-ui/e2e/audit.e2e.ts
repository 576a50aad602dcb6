import { hostAddress } from './host';
import { expect, expectAccessible, signIn, tabTo, test } from './journey';
import { asAdmin, madeContact } from './records';

test('who did what: the list is filtered, and one entry says what it changed', async ({ page, request }) => {
  const headers = await asAdmin(request);
  const contact = await madeContact(request, 'Auda');
  const read = await request.get(`${hostAddress}/api/crm/contacts/${contact.id}`, { headers });
  expect((await request.delete(`${hostAddress}/api/crm/contacts/${contact.id}`, { headers: { ...headers, 'If-Match': read.headers()['etag'] ?? '*' } })).ok()).toBe(true);
  await signIn(page);
  await page.goto('/audit');
  await expect(page.getByRole('heading', { level: 1, name: 'Audit log' })).toBeVisible();
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('searchbox').fill(contact.id);
  const entry = page.getByRole('row').filter({ hasText: 'DELETE' }).filter({ hasText: contact.id });
  await expect(entry).toContainText('admin');
  await entry.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: `DELETE /api/crm/contacts/${contact.id}` })).toBeVisible();
  await page.getByText('ContactsAppService.DeleteAsync').click();
  await expect(page.locator('pre').filter({ hasText: contact.id }).last()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Audit log' }).first().click();
  await page.getByRole('combobox', { name: 'Outcome' }).selectOption('Failed');
  await expect(page).toHaveURL(/outcome=Failed/);

  const day = (from: number) => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);
  await page.goto(`/audit?q=${contact.id}`);
  await expect(entry).toBeVisible();
  await page.getByLabel('From').fill(day(-1));
  await expect(page).toHaveURL(new RegExp(`from=${day(-1)}`));
  await page.getByLabel('Until').fill(day(1));
  await expect(page).toHaveURL(new RegExp(`until=${day(1)}`));
  await expect(entry).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('searchbox').fill('');
  await page.getByLabel('From').fill('2025-01-01');
  await page.getByLabel('Until').fill('2025-01-01');
  await expect(page.getByRole('heading', { name: 'Nothing of this kind was logged' })).toBeVisible();
});

test('and by keyboard alone', async ({ page }) => {
  await signIn(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('audit');
  await expect(page.getByRole('listbox').getByRole('option', { selected: true })).toContainText('Audit log');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Audit log' })).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('/Account/');
  await expect(page).toHaveURL(/q=/);
  await tabTo(page, /^Outcome$/);
  await page.keyboard.type('Done');
  await expect(page).toHaveURL(/outcome=Done/);
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await page.keyboard.press('Tab');
  await tabTo(page, /:\d\d /);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'What ran' })).toBeVisible();
});
