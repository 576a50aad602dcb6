import type { APIRequestContext, Page } from '@playwright/test';
import { hostAddress } from './host';
import { expect, expectAccessible, signIn, tabTo, test } from './journey';
import { asAdmin } from './records';

test('a system is let in, sees its secret once, calls the API, gets a new secret, and is deleted', async ({ page, request }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(page);
  await page.goto('/api-clients');
  await expect(page.getByRole('heading', { level: 1, name: 'API clients' })).toBeVisible();
  await expect(page.getByRole('row', { name: /Demo client/ })).toContainText('Gets tokens');
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Let a system in' }).click();
  await page.getByRole('button', { name: 'Let a system in' }).click();
  await expect(page.getByText('Say what the system is called.')).toBeVisible();
  await page.getByLabel('Name').fill('Alumni office');
  const partners = page.getByRole('group', { name: /^Partners/ });
  const contacts = partners.getByLabel('Contacts', { exact: true });
  const create = partners.getByLabel('Create', { exact: true }).first();
  await create.check();
  await expect(contacts).toBeChecked();
  await contacts.uncheck();
  await expect(create).not.toBeChecked();
  await contacts.check();
  await expectAccessible(page);

  const first = await secretAfter(page, () => page.getByRole('button', { name: 'Let a system in' }).click());
  await expect(page.getByRole('heading', { level: 1, name: 'Alumni office' })).toBeVisible();
  await expect(page.getByText(first.secret)).toHaveCount(0);
  await expectAccessible(page);
  const token = await tokenFor(request, first);
  expect((await request.get(`${hostAddress}/api/crm/contacts`, { headers: { Authorization: `Bearer ${token}` } })).status()).toBe(200);
  expect((await request.get(`${hostAddress}/api/crm/api-clients`, { headers: { Authorization: `Bearer ${token}` } })).status()).toBe(403);

  await page.getByRole('button', { name: 'New secret' }).click();
  const sure = page.getByRole('dialog', { name: 'A new secret for Alumni office?' });
  await expect(sure).toContainText('stops working at once');
  await expectAccessible(page);
  const second = await secretAfter(page, () => sure.getByRole('button', { name: 'New secret' }).click());
  expect(second.clientId).toBe(first.clientId);
  expect(await tokenFor(request, first)).toBeUndefined();
  expect(await tokenFor(request, second)).toBeTruthy();

  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByRole('switch', { name: 'Gets tokens' }).uncheck();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Switched off', { exact: true })).toBeVisible();
  expect(await tokenFor(request, second)).toBeUndefined();

  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog', { name: 'Delete Alumni office?' }).getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('Alumni office is deleted')).toBeVisible();
  await expect(page).toHaveURL(/\/api-clients$/);
  await expect(page.getByRole('row', { name: /Alumni office/ })).toHaveCount(0);
});

test('and by keyboard alone', async ({ page }) => {
  await signIn(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('api cl');
  await expect(page.getByRole('listbox').getByRole('option', { selected: true })).toContainText('API clients');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'API clients' })).toBeVisible();
  await page.keyboard.press('n');
  await tabTo(page, /^Name$/);
  await page.keyboard.type('Timetable');
  await tabTo(page, /^Contacts$/);
  await page.keyboard.press('Space');
  await tabTo(page, /^Let a system in$/);
  await page.keyboard.press('Enter');
  const secret = page.getByRole('dialog', { name: 'The secret of Timetable' });
  await expect(secret).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(secret).toBeVisible();
  await tabTo(page, /^I have kept it$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Timetable' })).toBeVisible();
  await tabTo(page, /^Delete$/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^Cancel$/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Timetable is deleted')).toBeVisible();
});

test('somebody else changes it meanwhile: both versions are shown, and nothing is renewed unseen', async ({ page, request, forgive }) => {
  forgive(/\b412\b/);
  const headers = await asAdmin(request);
  const made = (await (await request.post(`${hostAddress}/api/crm/api-clients`, { headers, data: { displayName: 'Library', permissions: [] } })).json()) as { id: string };
  const path = `${hostAddress}/api/crm/api-clients/${made.id}`;
  const rename = async (displayName: string) =>
    expect((await request.put(path, { headers: { ...headers, 'If-Match': '*' }, data: { displayName, isActive: true, permissions: [] } })).ok()).toBe(true);
  await signIn(page);
  await page.goto(`/api-clients/${made.id}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Library' })).toBeVisible();
  await rename('The library');
  await page.getByRole('button', { name: 'New secret' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'New secret' }).click();
  await expect(page.getByText('Somebody changed this meanwhile')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'The library' })).toBeVisible();

  await page.getByRole('link', { name: 'Edit' }).click();
  await expect(page.getByLabel('Name')).toHaveValue('The library');
  await page.getByLabel('Name').fill('Our library');
  await rename('Their library');
  await page.getByRole('button', { name: 'Save' }).click();
  const conflict = page.getByRole('alert').filter({ hasText: 'Somebody changed this meanwhile' });
  await expect(conflict.getByRole('row', { name: 'Name' })).toContainText('Their library');
  await expectAccessible(page);
  await conflict.getByRole('button', { name: 'Save mine instead' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Our library' })).toBeVisible();
  expect((await request.delete(path, { headers: { ...headers, 'If-Match': '*' } })).ok()).toBe(true);
});

interface Access { clientId: string; secret: string; endpoint: string }

/** What the dialog shows this once; it is nowhere else in the browser. */
async function secretAfter(page: Page, deed: () => Promise<void>): Promise<Access> {
  await deed();
  const dialog = page.getByRole('dialog', { name: 'The secret of Alumni office' });
  await expect(dialog).toContainText('This secret is shown this once');
  await expectAccessible(page);
  const [clientId, secret, endpoint] = await dialog.locator('code').allTextContents();
  const kept = await page.evaluate(() => JSON.stringify([location.href, history.state, { ...localStorage }, { ...sessionStorage }]));
  expect(kept).not.toContain(secret);
  await dialog.getByRole('button', { name: 'Copy: Secret' }).click();
  await expect(dialog.getByText('Copied')).toBeAttached();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(secret);
  await dialog.getByRole('button', { name: 'I have kept it' }).click();
  await expect(dialog).toBeHidden();
  return { clientId, secret, endpoint };
}

async function tokenFor(request: APIRequestContext, { clientId, secret, endpoint }: Access): Promise<string | undefined> {
  const answer = await request.post(endpoint, { form: { grant_type: 'client_credentials', client_id: clientId, client_secret: secret, scope: 'PartnerCrm' } });
  return ((await answer.json()) as { access_token?: string }).access_token;
}
