import { adminPassword } from './host';
import { expect, expectAccessible, signIn, tabTo, test } from './journey';
import { madeUser } from './records';

test('ABP\'s own page of my account: about me and a new password, and one stays signed in here but not elsewhere', async ({ page, request, another, forgive }) => {
  // A session that ended can't be renewed: the browser says so, too.
  forgive(/401|connect\/token|status of 400|Error refreshing token/);
  const name = await madeUser(request, 'abpprofile.madeup');
  const elsewhere = await another();
  await signIn(elsewhere, name, adminPassword);
  await page.goto('/');
  await page.getByRole('button', { name: 'Sign in' }).first().click();
  await page.locator('#user').fill(name);
  await page.locator('#password').fill(adminPassword);
  await page.locator('#password').press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();

  // Inside the UI: from outside, the address is the host's own page.
  await page.evaluate(() => {
    history.pushState({}, '', '/account/manage');
    window.dispatchEvent(new PopStateEvent('popstate'));
  });
  await page.getByRole('tab', { name: 'About me' }).click();
  await expect(page.getByRole('textbox', { name: /^User name/ })).toHaveValue(name);
  await page.getByRole('textbox', { name: /^First name/ }).fill('Anew');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();

  await page.getByRole('tab', { name: 'Change password' }).click();
  await page.getByLabel('Current password').fill(adminPassword);
  await page.getByLabel('New password', { exact: true }).fill('Yet-another-5!');
  await page.getByLabel('Repeat the new password').fill('Yet-another-5!');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Your password has been changed.')).toBeVisible();
  await page.goto('/contacts');
  await expect(page.getByRole('heading', { level: 1, name: 'Contacts' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Account and language: Anew Madeup/ })).toBeVisible();
  await elsewhere.goto('/contacts');
  await expect(elsewhere.locator('#user')).toBeVisible();
});
