import type { Page } from '@playwright/test';
import { choose, find, row } from './abp-table';
import { adminPassword } from './host';
import { expect, expectAccessible, fillInSignIn, signIn, tabTo, test } from './journey';

const password = 'First-of-their-house-1!';

test.describe.configure({ mode: 'serial' });

test('a new university gets its features, and its administrator finds an empty house that is theirs', async ({ page, another }) => {
  await signIn(page);
  await page.goto('/tenant-management/tenants');
  await expect(page.getByRole('heading', { level: 1, name: 'Universities' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Name' })).toBeVisible();
  await expect(row(page, 'Nothing to show')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'New university' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /^Name/ }).fill('Newhaven');
  await dialog.getByRole('textbox', { name: /^Administrator's e-mail address/ }).fill('admin@newhaven.example.org');
  await dialog.getByRole('textbox', { name: /^Administrator's password/ }).fill(password);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden({ timeout: 40_000 });
  await find(page, 'Newhaven');

  await choose(page, 'Newhaven', 'Manage features');
  await dialog.getByLabel('E-mail settings of its own').check();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await choose(page, 'Newhaven', 'Manage features');
  await expect(dialog.getByLabel('E-mail settings of its own')).toBeChecked();
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  const theirs = await another();
  await theirs.goto('/contacts');
  await expect(theirs.locator('#user')).toBeVisible();
  await theirs.getByText('Sign in to another organisation').click();
  await expectAccessible(theirs);
  await theirs.getByLabel('Name of the organisation').fill('Nowhere');
  await theirs.getByRole('button', { name: 'Use this one' }).click();
  await expect(theirs.getByText('There is no organisation of that name.')).toBeVisible();
  await theirs.getByLabel('Name of the organisation').fill('newhaven');
  await theirs.getByRole('button', { name: 'Use this one' }).click();
  await expect(theirs.getByText('Organisation: Newhaven')).toBeVisible();
  await expectAccessible(theirs);
  await fillInSignIn(theirs, 'admin', password);
  await expect(theirs.getByRole('heading', { level: 1, name: 'Contacts' })).toBeVisible();
  await expect(theirs.getByRole('heading', { name: 'No contact yet' })).toBeVisible();
  await expectAccessible(theirs);
  await theirs.getByRole('button', { name: /Account and language/ }).click();
  await expect(theirs.getByText('Newhaven', { exact: true })).toBeVisible();
  await expect(theirs.getByRole('link', { name: 'Universities' })).toBeHidden();
  await theirs.goto('/identity/users');
  await expect(row(theirs, 'admin@newhaven.example.org')).toBeVisible();
  await theirs.reload();
  await expect(row(theirs, 'admin@newhaven.example.org')).toBeVisible();
  await expect(row(theirs, 'admin@example.org')).toBeHidden();
});

test('somebody of the house made by its own administrator works in it', async ({ page }) => {
  await page.goto('/Account/Login');
  await inHouse(page, 'Newhaven');
  await fillInSignIn(page, 'admin', password);
  await page.goto('/identity/users');
  await page.getByRole('button', { name: 'New user' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /^User name/ }).fill('nora.madeup');
  await dialog.getByRole('textbox', { name: /^Password/ }).fill(password);
  await dialog.getByRole('textbox', { name: /^E-mail address/ }).fill('nora.madeup@newhaven.example.org');
  await dialog.getByRole('tab', { name: 'Roles' }).click();
  await dialog.getByLabel('engagement-manager').check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: /Account and language/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();

  await page.goto('/contacts/new');
  await expect(page.getByText('Organisation: Newhaven')).toBeVisible();
  await fillInSignIn(page, 'nora.madeup', password);
  await page.getByLabel('First name').fill('Hava');
  await page.getByLabel('Last name').fill('Newperson');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Hava Newperson' })).toBeVisible();
});

test('by keyboard alone one goes over to another house, and back', async ({ page }) => {
  const enter = async (house: string, secret: string) => {
    await expect(page.locator('#user')).toBeFocused();
    await tabTo(page, /^Sign in to another organisation$/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await tabTo(page, /^Name of the organisation$/);
    await page.keyboard.type(house);
    await page.keyboard.press('Enter');
    await expect(page.getByText(`Organisation: ${house ? 'Newhaven' : 'none'}`)).toBeVisible();
    await expect(page.locator('#user')).toBeFocused();
    await page.keyboard.type('admin');
    await tabTo(page, /^Password$/);
    await page.keyboard.type(secret);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Contacts' })).toBeVisible();
  };
  const newcomer = page.getByRole('link', { name: 'Hava Newperson' });

  await page.goto('/contacts?q=Newperson');
  await enter('newhaven', password);
  await expect(newcomer).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Sign out');
  await expect(page.getByRole('listbox').getByRole('option', { selected: true })).toContainText('Sign out');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Sign in' }).first()).toBeVisible();

  await page.goto('/contacts?q=Newperson');
  await enter('', adminPassword);
  await expect(page.getByText(/^Nothing found for .*Newperson/)).toBeVisible();
});

test('and by keyboard alone; the host sees nothing of it', async ({ page }) => {
  await signIn(page);
  await page.goto('/tenant-management/tenants');
  await expect(row(page, 'Newhaven')).toBeVisible();
  await tabTo(page, /^New university$/);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await tabTo(page, /^Name/);
  await page.keyboard.type('Oldfield');
  await tabTo(page, /^Administrator's e-mail/);
  await page.keyboard.type('admin@oldfield.example.org');
  await tabTo(page, /^Administrator's password/);
  await page.keyboard.type(password);
  await tabTo(page, /^Save$/);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden({ timeout: 40_000 });
  await find(page, 'Oldfield');
  await row(page, 'Oldfield').getByRole('button', { name: 'Actions' }).focus();
  await page.keyboard.press('Enter');
  await tabTo(page, /^Delete$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await tabTo(page, /^Yes$/);
  await page.keyboard.press('Enter');
  await expect(row(page, 'Oldfield')).toBeHidden();

  await page.goto('/contacts?q=Newperson');
  await expect(page.getByText(/^Nothing found for .*Newperson/)).toBeVisible();
});

async function inHouse(page: Page, name: string): Promise<void> {
  await page.getByText('Sign in to another organisation').click();
  await page.getByLabel('Name of the organisation').fill(name);
  await page.getByRole('button', { name: 'Use this one' }).click();
  await expect(page.getByText(`Organisation: ${name}`)).toBeVisible();
}
