import { expect, expectAccessible, signIn, tabTo, test } from './journey';

test('the mail settings are kept, and a test mail isn\'t sent in practice mode; features of the host are switched', async ({ page, forgive }) => {
  // What ABP's page writes of a refusal; in a built UI the error's name is short.
  forgive(/send-test-email|status of 4\d\d|^console: ERROR \w+$/);
  await signIn(page);
  await page.goto('/setting-management');
  await expect(page.getByRole('tab', { name: 'E-mail' })).toHaveAttribute('aria-selected', 'true');
  const name = page.getByRole('textbox', { name: /^Sender's name/ });
  await expect(name).toBeVisible();
  await expectAccessible(page);
  await name.fill('Engagement office');
  await page.getByRole('textbox', { name: /^Sender's address/ }).fill('office@example.org');
  await page.getByLabel('Mail server').fill('mail.example.org');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.reload();
  await expect(name).toHaveValue('Engagement office');
  await expect(page.getByLabel('Mail server')).toHaveValue('mail.example.org');

  await page.getByRole('button', { name: 'Send a test mail' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('To')).toHaveValue('admin@example.org');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText(/practice mode/i).first()).toBeVisible();
  await expectAccessible(page);
});

test('and by keyboard alone, through all groups', async ({ page }) => {
  await signIn(page);
  await page.goto('/setting-management');
  await expect(page.getByRole('textbox', { name: /^Sender's name/ })).toBeVisible();
  await tabTo(page, /^E-mail$/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Features' })).toHaveAttribute('aria-selected', 'true');
  await expectAccessible(page);
  await tabTo(page, /^Manage host features$/);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('E-mail settings of its own')).toBeVisible();
  await tabTo(page, /^E-mail settings of its own/);
  await page.keyboard.press('Space');
  await expectAccessible(page);
  await tabTo(page, /^Save$/);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Manage host features' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByLabel('E-mail settings of its own')).toBeChecked();
  await tabTo(page, /^Reset to defaults$/);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Reset to defaults').first()).toBeVisible();
});
