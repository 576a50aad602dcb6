import type { Page } from '@playwright/test';
import { adminPassword } from './host';
import { expect, expectAccessible, fillInSignIn, signIn, test } from './journey';
import { asSystem, madeContact } from './records';

const longText = 'word '.repeat(1_000_000);

async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(words => navigator.clipboard.writeText(words), text);
  await page.keyboard.press('Control+V');
}

test('a lost connection is said, what is on the screen stays, and everything goes on by itself', async ({ page, request, forgive }) => {
  forgive(/ERR_INTERNET_DISCONNECTED|HttpErrorResponse/);
  const contact = await madeContact(request, 'Offlina');
  await signIn(page);
  await page.goto(`/contacts?q=${contact.lastName}`);
  await expect(page.getByRole('link', { name: 'Offlina' })).toBeVisible();

  await page.context().setOffline(true);
  await expect(page.getByText(/^No connection\./)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Offlina' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('searchbox').fill('Offlina Ex');
  await expect(page.getByText('There is no connection to the host. It is tried again by itself.')).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText('Connected again.')).toBeVisible();
  await expect(page.getByText(/^No connection\./)).toBeHidden();
  await expect(page.getByRole('link', { name: 'Offlina' })).toBeVisible();

  await page.getByRole('link', { name: 'Offlina' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Offlina' })).toBeVisible();
  await page.context().setOffline(true);
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: 'What do you want to remember?' }).fill('Written without a connection');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Not done: there is no connection.')).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText(/^No connection\./)).toBeHidden();
  await expect(page.getByRole('textbox', { name: 'What do you want to remember?' })).toHaveValue('Written without a connection');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Written without a connection' })).toBeVisible();
});

test('a session that ends costs nothing that was written: one signs in again beside it, and it is saved', async ({ page, browser, request, forgive }) => {
  forgive(/\b40[01]\b|Error refreshing token/);
  const contact = await madeContact(request, 'Sessiona');
  await signIn(page, 'robin');
  await page.goto(`/contacts/${contact.id}/edit`);
  await page.getByLabel('Position').fill('Written before the session ended');

  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.goto('/Account/Manage');
  await fillInSignIn(elsewhere, 'robin', adminPassword);
  await elsewhere.getByRole('button', { name: 'End all others' }).click();
  await elsewhere.context().close();

  await page.getByRole('button', { name: 'Save' }).click();
  const over = page.getByRole('dialog', { name: 'Your session has ended' });
  await expect(over).toBeVisible();
  await expectAccessible(page);
  const [second] = await Promise.all([page.waitForEvent('popup'), over.getByRole('button', { name: 'Sign in again' }).click()]);
  await second.locator('#user').fill('robin');
  await second.locator('#password').fill(adminPassword);
  await Promise.all([second.waitForEvent('close'), second.locator('#password').press('Enter')]);
  await expect(over).toBeHidden();
  await expect(page.getByRole('heading', { level: 1, name: contact.lastName })).toBeVisible();
  await expect(page.getByText('Written before the session ended').first()).toBeVisible();
});

test('two tabs change the same contact: both versions are shown, and one is chosen', async ({ page, context, request, forgive }) => {
  forgive(/\b412\b/);
  const contact = await madeContact(request, 'Tabbia');
  await signIn(page);
  await page.goto(`/contacts/${contact.id}/edit`);
  await page.getByLabel('Position').fill('As this tab wrote it');

  const other = await context.newPage();
  await other.goto(`/contacts/${contact.id}/edit`);
  await other.getByLabel('Position').fill('As the other tab wrote it');
  await other.getByRole('button', { name: 'Save' }).click();
  await expect(other.getByRole('heading', { level: 1, name: contact.lastName })).toBeVisible();
  await other.close();

  await page.getByRole('button', { name: 'Save' }).click();
  const conflict = page.getByRole('alert').filter({ hasText: 'Somebody changed this meanwhile' });
  await expect(conflict.getByRole('row', { name: 'Position' })).toContainText('As the other tab wrote it');
  await expect(conflict.getByRole('row', { name: 'Position' })).toContainText('As this tab wrote it');
  await expectAccessible(page);
  await conflict.getByRole('button', { name: 'Save mine instead' }).click();
  await expect(page.getByRole('heading', { level: 1, name: contact.lastName })).toBeVisible();
  await expect(page.getByText('As this tab wrote it').first()).toBeVisible();
});

test('two clicks on send are one mail', async ({ page, request }) => {
  const contact = await madeContact(request, 'Doubla');
  await signIn(page);
  await page.goto(`/mail/conversations/${contact.id}?write=1`);
  await page.getByLabel('Subject').fill('Once');
  await page.getByLabel('Message').fill('This arrives once.');
  await page.getByRole('button', { name: /^Send/ }).dblclick();
  await expect(page.getByText('Kept, not sent')).toBeVisible({ timeout: 60_000 });
  const answer = await request.get(`/api/crm/mails?contactId=${contact.id}&maxResultCount=10`, { headers: await asSystem(request) });
  expect(((await answer.json()) as { items: unknown[] }).items).toHaveLength(1);
});

test('five megabytes pasted are cut off, and that is said', async ({ page, request }) => {
  const contact = await madeContact(request, 'Pastea');
  await signIn(page);
  await page.goto(`/contacts/${contact.id}`);
  await expect(page.getByRole('heading', { name: 'Next steps' })).toBeVisible();
  await page.keyboard.press('n');
  const note = page.getByRole('textbox', { name: 'What do you want to remember?' });
  await expect(note).toBeFocused();
  await paste(page, longText);
  await expect(page.getByText('Only 500 characters fit here')).toBeVisible();
  expect((await note.inputValue()).length).toBe(500);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'word word word' })).toBeVisible();

  await page.goto('/contacts');
  await page.getByRole('searchbox').focus();
  await paste(page, longText);
  await expect(page.getByText('Only 200 characters fit here')).toBeVisible();
  await expect(page.getByText(/Nothing found|nothing/i).first()).toBeVisible();
});

test('script in a name, a note and a mail is text', async ({ page, request }) => {
  const script = '<img src=x onerror=alert(1)><script>alert(2)</script>';
  page.on('dialog', dialog => { throw new Error(`A script ran: ${dialog.message()}`); });
  const contact = await madeContact(request, script);
  await signIn(page);
  await page.goto(`/contacts?q=${contact.lastName}`);
  await page.getByRole('link', { name: script }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(script);
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: 'What do you want to remember?' }).fill(script);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('listitem').filter({ hasText: `Noted: ${script}` })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type(contact.lastName);
  await expect(page.getByRole('option').filter({ hasText: script })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.goto(`/mail/conversations/${contact.id}?write=1`);
  await page.getByLabel('Subject').fill(script);
  await page.getByLabel('Message').fill(script);
  await expect(page.getByText(/^\s*Saved \d/)).toBeVisible();
  await page.getByRole('button', { name: /^Send/ }).click();
  await expect(page.getByText('Kept, not sent')).toBeVisible({ timeout: 60_000 });
  expect(await page.locator('img[src=x]').count()).toBe(0);
});

test('names from right to left stand in their own direction, and move nothing around them', async ({ page, request }) => {
  const contact = await madeContact(request, 'ليلى حدّاد');
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page);
  await page.goto(`/contacts?q=${contact.lastName}`);
  const link = page.getByRole('link', { name: contact.firstName });
  await expect(link.locator('bdi')).toHaveCSS('direction', 'rtl');
  await link.click();
  await expect(page.getByRole('heading', { level: 1 }).locator('bdi')).toHaveCSS('direction', 'rtl');
  await expect(page.getByRole('heading', { level: 1 })).toHaveCSS('direction', 'ltr');
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('a deep link without permission says so, and leads back', async ({ page, forgive }) => {
  forgive(/\b403\b/);
  await signIn(page, 'robin');
  await page.goto('/identity/users');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page isn’t open to you');
  await expect(page).toHaveURL(/\/identity\/users$/);
  await expectAccessible(page);
  await page.getByRole('main').getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
});

test('what the host could not answer says so, keeps what was there, and is tried again', async ({ page, request, forgive }) => {
  forgive(/\b500\b/);
  const contact = await madeContact(request, 'Faila');
  await signIn(page);
  await page.route('**/api/crm/contacts?*', route => route.fulfill({ status: 500, contentType: 'application/json', headers: { _AbpErrorFormat: 'true' }, body: '{"error":{"message":"An internal error occurred."}}' }));
  await page.goto('/contacts');
  await expect(page.getByRole('alert')).toContainText('An internal error occurred.');
  await expectAccessible(page);
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('link', { name: contact.firstName }).first()).toBeVisible();
});
