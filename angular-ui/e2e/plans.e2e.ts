import { expect, expectAccessible, signIn, tabTo, test } from './journey';
import { People } from './people';
import { madeContact } from './records';

test('a plan is read, changed in its sentences, tried on somebody, saved as a new version, and started', async ({ page, request }) => {
  const contact = await madeContact(request, 'Planna');
  await signIn(page);
  await page.goto('/plans');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'From social contact to meeting', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'From social contact to meeting' })).toBeVisible();

  const preview = page.locator('crm-plan-preview');
  await preview.getByRole('combobox', { name: 'Try it on a contact' }).fill(contact.lastName);
  await preview.getByRole('option', { name: new RegExp(contact.lastName) }).click();
  await expect(preview.getByRole('tab', { name: /They answer/ })).toHaveAttribute('aria-selected', 'true');
  await expect(preview.getByText('You meet.')).toBeVisible();
  await preview.getByRole('tab', { name: /Silent/ }).click();
  await expect(preview.getByText(/The relationship rests until/)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('group', { name: 'Step 2' }).getByRole('spinbutton', { name: 'How long to wait' }).fill('4');
  await expect(page.getByText('Not saved yet')).toBeVisible();
  await expect(preview.getByRole('button', { name: /Start with/ })).toBeDisabled();
  await page.reload();
  await expect(page.getByText('Your changes from before are back.')).toBeVisible();
  await page.getByRole('button', { name: /Save as version/ }).click();
  await expect(page.getByText(/Saved as version/)).toBeVisible();

  await preview.getByRole('button', { name: /Start with/ }).click();
  await expect(page.getByText(/the first step comes into Today/)).toBeVisible();
});

test('by keyboard alone: a plan is tried on somebody and begins with them', async ({ page, request }) => {
  const contact = await madeContact(request, 'Keyplan');
  await signIn(page);
  await page.goto('/plans');
  await tabTo(page, /^From social contact to meeting$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'From social contact to meeting' })).toBeVisible();
  await tabTo(page, /^Try it on a contact$/);
  await page.keyboard.type(contact.lastName);
  await page.keyboard.press('Enter');
  await expect(page.getByText('You meet.')).toBeVisible();
  await tabTo(page, /^They answer/);
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { selected: true })).toBeFocused();
  await expect(page.getByText('You meet.')).toBeHidden();
  await tabTo(page, new RegExp(`^Start with Keyplan ${contact.lastName}$`));
  await page.keyboard.press('Enter');
  await expect(page.getByText(/the first step comes into Today/)).toBeVisible();
});

test('two people change a plan at once: the second sees both, and chooses', async ({ page, context, request, forgive }) => {
  forgive(/\b409\b/);
  const { id } = await (await People.open(request)).post<{ id: string }>('playbooks', { name: 'A plan of two', steps: [{ kind: 'SocialTouch', text: 'Hello', needsApproval: false }, { kind: 'Rest', days: 30, needsApproval: false }] });
  await signIn(page);
  await page.goto(`/plans/${id}`);
  await page.getByRole('spinbutton', { name: 'Days of rest' }).fill('60');

  const other = await context.newPage();
  await other.goto(`/plans/${id}`);
  await other.getByRole('spinbutton', { name: 'Days of rest' }).fill('90');
  await other.getByRole('button', { name: 'Save as version 2' }).click();
  await expect(other.getByText(/Saved as version 2/)).toBeVisible();
  await other.close();

  await page.getByRole('button', { name: /Save as version/ }).click();
  const conflict = page.getByRole('alert').filter({ hasText: 'Somebody changed this meanwhile' });
  await expect(conflict).toContainText('Let the relationship rest for 90 days');
  await expect(conflict).toContainText('Let the relationship rest for 60 days');
  await expectAccessible(page);
  await conflict.getByRole('button', { name: 'Save mine instead' }).click();
  await expect(page.getByText(/Saved as version 3/)).toBeVisible();
  await expect(conflict).toBeHidden();
});

test('what is wrong with a step stands in its sentence, and saving goes there; by keyboard alone', async ({ page }) => {
  await signIn(page);
  await page.goto('/plans/new');
  await page.getByLabel('Name').focus();
  await page.keyboard.type('Two words and a rest');
  await page.getByRole('button', { name: 'Add a step' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Remind them' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/there is no mail before it/)).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(page.locator('.steps > li').first()).toBeFocused();

  await page.getByRole('button', { name: 'Add a step' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Write a mail' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.steps > li').nth(1)).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.locator('.steps > li').first()).toBeFocused();
  await page.getByRole('button', { name: 'Add a step' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Rest', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/there is no mail before it|It needs an end/)).toHaveCount(0);
  await expectAccessible(page);
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { level: 1, name: 'Two words and a rest' })).toBeVisible();
});

test('a template shows the mail while it is written, and refuses what nobody could fill in', async ({ page, request, forgive }) => {
  forgive(/templates\/preview|status of 4\d\d/);
  const contact = await madeContact(request, 'Tempa');
  await signIn(page);
  await page.goto('/plans/templates');
  await expectAccessible(page);
  await page.getByRole('link', { name: /contact\.organisation.* and / }).first().click();
  const text = page.getByLabel('Text', { exact: true });
  await expect(page.locator('.mail')).toContainText('Ada');
  await page.getByRole('combobox', { name: 'As this contact would get it' }).fill(contact.lastName);
  await page.getByRole('option', { name: new RegExp(contact.lastName) }).click();
  await expect(page.locator('.mail')).toContainText(`Dear ${contact.firstName}`);
  await expectAccessible(page);

  await page.goto('/plans/templates/new');
  await page.getByLabel('Subject', { exact: true }).fill('Half a template');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Templates' }).first().click();
  await page.goto('/plans/templates/new');
  await expect(page.getByText('Your changes from before are back.')).toBeVisible();
  await expect(page.getByLabel('Subject', { exact: true })).toHaveValue('Half a template');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Discard changes' }).click();
  await expect(page.getByLabel('Subject', { exact: true })).toHaveValue('');
  await page.goBack();
  await page.getByRole('link', { name: /contact\.organisation.* and / }).first().click();
  await page.getByRole('combobox', { name: 'As this contact would get it' }).fill(contact.lastName);
  await page.getByRole('option', { name: new RegExp(contact.lastName) }).click();

  await text.press('Control+End');
  await text.pressSequentially(' {{shoe.size}}');
  await expect(page.locator('#crm-template-problem')).toContainText('shoe.size');
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeDisabled();
  for (let key = 0; key < ' {{shoe.size}}'.length; key++) await text.press('Backspace');
  await expect(page.locator('#crm-template-problem')).toBeEmpty();
  await page.getByRole('button', { name: 'Send a test to me' }).click();
  await expect(page.locator('crm-toast-stack')).toContainText(/admin@example\.org|kept/);
});
