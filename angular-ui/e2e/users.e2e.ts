import { choose, find, row } from './abp-table';
import { expect, expectAccessible, fillInSignIn, signIn, tabTo, test } from './journey';

const password = 'Made-by-an-administrator-1!';

test('a colleague gets an account and a role, signs in, is switched off, and goes', async ({ page, another }) => {
  await signIn(page);
  await page.goto('/identity/users');
  await expect(row(page, 'admin')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'New user' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /^User name/ }).fill('mouse.madeup');
  await dialog.getByRole('textbox', { name: /^Password/ }).fill(password);
  await dialog.getByLabel('First name').fill('Mouse');
  await dialog.getByLabel('Last name').fill('Madeup');
  await dialog.getByRole('textbox', { name: /^E-mail address/ }).fill('mouse.madeup@example.org');
  await expectAccessible(page);
  await dialog.getByRole('tab', { name: 'Roles' }).click();
  await dialog.getByLabel('engagement-manager').check();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(await find(page, 'mouse.madeup')).toContainText('mouse.madeup@example.org');

  const theirs = await another();
  await signIn(theirs, 'mouse.madeup', password);
  await expect(theirs.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await expect(theirs.getByRole('link', { name: 'Users' })).toBeHidden();

  await choose(page, 'mouse.madeup', 'Edit');
  await expect(dialog.getByRole('textbox', { name: /^E-mail address/ })).toHaveValue('mouse.madeup@example.org');
  await dialog.getByLabel('Last name').fill('Renamed');
  await dialog.getByLabel('Active', { exact: true }).uncheck();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();

  const refused = await another();
  await refused.goto('/Account/Login');
  await fillInSignIn(refused, 'mouse.madeup', password);
  await expect(refused.getByRole('alert')).toContainText("That didn't work");

  await choose(page, 'mouse.madeup', 'Delete');
  const sure = page.getByRole('alertdialog');
  await expect(sure).toContainText('Mouse');
  await sure.getByRole('button', { name: 'Yes' }).click();
  await expect(row(page, 'mouse.madeup')).toBeHidden();
});

test('and by keyboard alone', async ({ page }) => {
  await signIn(page);
  await page.goto('/identity/users');
  await expect(row(page, 'admin')).toBeVisible();
  await tabTo(page, /^New user$/);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await tabTo(page, /^User name/);
  await page.keyboard.type('keys.madeup');
  await tabTo(page, /^Password/);
  await page.keyboard.type(password);
  await tabTo(page, /^E-mail address/);
  await page.keyboard.type('keys.madeup@example.org');
  await tabTo(page, /^User$/, 'Shift+Tab');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await tabTo(page, /^engagement-manager$/);
  await page.keyboard.press('Space');
  await expect(dialog.getByLabel('engagement-manager')).toBeChecked();
  await tabTo(page, /^Save$/);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await find(page, 'keys.madeup');

  await row(page, 'keys.madeup').getByRole('button', { name: 'Actions' }).focus();
  await page.keyboard.press('Enter');
  await tabTo(page, /^Delete$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alertdialog')).toBeHidden();
  await expect(row(page, 'keys.madeup')).toBeVisible();

  await row(page, 'keys.madeup').getByRole('button', { name: 'Actions' }).focus();
  await page.keyboard.press('Enter');
  await tabTo(page, /^Delete$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alertdialog').getByRole('button').first()).toBeFocused();
  await tabTo(page, /^Yes$/);
  await page.keyboard.press('Enter');
  await expect(row(page, 'keys.madeup')).toBeHidden();
});

test('a password that is too weak is refused before it is sent, a name that is taken after', async ({ page, forgive }) => {
  forgive(/api\/identity\/users|status of 4\d\d|^console: ERROR \w+$/);
  await signIn(page);
  await page.goto('/identity/users');
  await page.getByRole('button', { name: 'New user' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /^User name/ }).fill('robin');
  await dialog.getByRole('textbox', { name: /^E-mail address/ }).fill('another.robin@example.org');
  await dialog.getByRole('textbox', { name: /^Password/ }).fill('weak');
  await dialog.getByLabel('Last name').click();
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
  await expect(dialog.getByText(/10/)).toBeVisible();
  await dialog.getByRole('textbox', { name: /^Password/ }).fill(password);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The user name robin is taken.')).toBeVisible();
  await expectAccessible(page);
});
