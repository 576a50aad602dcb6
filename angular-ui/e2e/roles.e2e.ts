import type { Page } from '@playwright/test';
import { adminPassword } from './host';
import { choose, row } from './abp-table';
import { expect, expectAccessible, signIn, tabTo, test } from './journey';
import { madeUser } from './records';

test('a new role gets permissions that count for whoever has it, and loses them again', async ({ page, another, request }) => {
  await signIn(page);
  await page.goto('/identity/roles');
  await expect(row(page, 'engagement-manager')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'New role' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /^Role/ }).fill('front-desk');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(row(page, 'front-desk')).toBeVisible();

  await permissions(page, 'front-desk');
  await dialog.getByRole('tab', { name: /^Partners/ }).click();
  await dialog.getByLabel('Contacts', { exact: true }).check();
  await expect(dialog.getByRole('tab', { name: /^Partners \(1\)/ })).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();

  const person = await madeUser(request, 'desk.madeup', ['front-desk']);
  const theirs = await another();
  await signIn(theirs, person, adminPassword);
  const menu = theirs.getByRole('navigation', { name: 'Menu' });
  await expect(menu.getByRole('link', { name: 'Contacts' })).toBeVisible();
  await expect(menu.getByRole('link', { name: 'Pipeline' })).toBeHidden();
  await theirs.goto('/contacts');
  await expect(theirs.getByRole('heading', { level: 1, name: 'Contacts' })).toBeVisible();
  await expect(theirs.getByRole('link', { name: 'New contact' })).toBeHidden();

  await permissions(page, 'front-desk');
  await dialog.getByRole('tab', { name: /^Partners/ }).click();
  await expect(dialog.getByLabel('Contacts', { exact: true })).toBeChecked();
  await dialog.getByLabel('Contacts', { exact: true }).uncheck();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await theirs.goto('/welcome');
  await expect(theirs.getByRole('heading', { level: 1, name: 'First steps' })).toBeVisible();
  await expect(menu.getByRole('link', { name: 'Contacts' })).toBeHidden();

  await choose(page, 'front-desk', 'Delete');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Yes' }).click();
  await expect(row(page, 'front-desk')).toBeHidden();
});

test('and by keyboard alone', async ({ page }) => {
  await signIn(page);
  await page.goto('/identity/roles');
  await expect(row(page, 'engagement-manager')).toBeVisible();
  await tabTo(page, /^New role$/);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await tabTo(page, /^Role/);
  await page.keyboard.type('back-desk');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(row(page, 'back-desk')).toBeVisible();

  await row(page, 'back-desk').getByRole('button', { name: 'Actions' }).focus();
  await page.keyboard.press('Enter');
  await tabTo(page, /^Permissions$/);
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('tab').first()).toBeVisible();
  await dialog.getByRole('tab', { selected: true }).focus();
  await tabTo(page, /^Partners/, 'ArrowDown');
  await tabTo(page, /^Contacts$/);
  await page.keyboard.press('Space');
  await expect(dialog.getByRole('tab', { name: /^Partners \(1\)/ })).toBeVisible();
  await tabTo(page, /^Save$/);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
});

async function permissions(page: Page, role: string): Promise<void> {
  await choose(page, role, 'Permissions');
  await expect(page.getByRole('dialog').getByRole('tab').first()).toBeVisible();
}
