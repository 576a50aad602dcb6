import type { Page } from '@playwright/test';
import { adminPassword } from './host';
import { expect, expectAccessible, fillInSignIn, tabTo, test } from './journey';
import { madeUser } from './records';

const answered = "That didn't work";

test('a deep link leads to the sign-in, a wrong password is said, and the right one leads to where the link goes', async ({ page, request }) => {
  const name = await madeUser(request, 'deep.madeup');
  await page.goto('/pipeline?view=table');
  await expect(page.locator('#user')).toBeVisible();
  await expectAccessible(page);
  await fillInSignIn(page, name, 'wrong');
  await expect(page.getByRole('alert')).toContainText(answered);
  await expect(page.locator('#user')).toHaveValue(name);
  await expect(page.locator('#password')).toBeFocused();
  await expectAccessible(page);

  await page.locator('#password').fill(adminPassword);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(/\/pipeline\?view=table$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Pipeline' })).toBeVisible();

  await page.getByRole('button', { name: /Account and language/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'PartnerCrm' })).toBeVisible();
  await page.goto('/pipeline');
  await expect(page.locator('#user')).toBeVisible();
});

test('and by keyboard alone', async ({ page, request }) => {
  const name = await madeUser(request, 'keyboard.madeup');
  await page.goto('/contacts');
  await expect(page.locator('#user')).toBeFocused();
  await page.keyboard.type(name);
  await tabTo(page, /^Password$/);
  await page.keyboard.type(adminPassword);
  await tabTo(page, /^Stay signed in/);
  await page.keyboard.press('Space');
  await tabTo(page, /^Sign in$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Contacts' })).toBeVisible();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('sign out');
  await expect(page.getByRole('listbox').getByRole('option', { selected: true })).toContainText('Sign out');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Sign in' }).first()).toBeVisible();
});

test('five wrong passwords lock the account: the right one is answered alike until the wait is over', async ({ page, request }) => {
  const name = await madeUser(request, 'locked.madeup');
  await page.goto('/Account/Login');
  for (let attempt = 1; attempt <= 5; attempt++) {
    await answerOf(page, () => fillInSignIn(page, name, `wrong ${attempt}`));
    await expect(page.getByRole('alert')).toContainText('locked for 15 minutes');
  }
  await answerOf(page, () => fillInSignIn(page, name, adminPassword));
  await expect(page.getByRole('alert')).toContainText(answered);
  await expect(page.locator('#user')).toBeVisible();
});

test('signing out in one tab ends it in the other, and ending all sessions ends it on other devices', async ({ page, request, another, forgive }) => {
  // A session that ended can't be renewed: the browser says so, too.
  forgive(/401|connect\/token|status of 400|Error refreshing token/);
  const name = await madeUser(request, 'everywhere.madeup');
  await page.goto('/contacts');
  await fillInSignIn(page, name, adminPassword);
  await expect(page.getByRole('heading', { level: 1, name: 'Contacts' })).toBeVisible();
  const phone = await another();
  await phone.goto('/contacts');
  await fillInSignIn(phone, name, adminPassword);
  await expect(phone.getByRole('heading', { level: 1, name: 'Contacts' })).toBeVisible();

  await page.goto('/Account/Manage');
  await expect(page.getByRole('row')).toHaveCount(3);
  await page.getByRole('button', { name: 'End all others' }).click();
  await expect(page.getByRole('status')).toContainText('All other sessions have ended.');
  await phone.reload();
  await expect(phone.locator('#user')).toBeVisible();

  const tab = await page.context().newPage();
  await tab.goto('/contacts');
  await expect(tab.getByRole('heading', { level: 1, name: 'Contacts' })).toBeVisible();
  await page.getByRole('link', { name: 'Sign out' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
  await expectAccessible(page);
  await tab.reload();
  await expect(tab.locator('#user')).toBeVisible();
});

/** The page that the host answers with: the one before says the same words. */
async function answerOf(page: Page, send: () => Promise<void>): Promise<void> {
  const answer = page.waitForEvent('load');
  await send();
  await answer;
}
