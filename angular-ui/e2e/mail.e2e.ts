import { expect, expectAccessible, signIn, tabTo, test } from './journey';
import { madeContact } from './records';

test('a mail is written, kept while typing, sent, called back, sent again, and answered as the contact; by keyboard where it counts', async ({ page, request }) => {
  const contact = await madeContact(request, 'Maila');
  await signIn(page);
  await page.goto('/mail');
  await expect(page.getByText('Practice mode.')).toBeVisible();
  await expectAccessible(page);

  await page.keyboard.press('n');
  await expect(page.getByRole('combobox', { name: 'To' })).toBeFocused();
  await page.keyboard.type(contact.lastName);
  await expect(page.getByRole('option', { name: new RegExp(contact.lastName) })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: `Maila ${contact.lastName}` })).toBeVisible();
  await page.getByLabel('Subject').fill('A question');
  await page.getByLabel('Message').fill('Dear Maila, what is waiting for the right person?');
  await expect(page.getByText(/^\s*Saved \d/)).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/in ten seconds/)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Called back: it is a draft again')).toBeVisible();

  const message = page.getByLabel('Message');
  await expect(message).toHaveValue(/right person/);
  await message.press('Control+Enter');
  await expect(page.getByText('Kept, not sent')).toBeVisible({ timeout: 40_000 });

  await page.getByRole('button', { name: /^Answer as/ }).click();
  await page.getByLabel(/Their words/).fill('Gladly, tell me more.');
  await page.getByRole('button', { name: 'Reply', exact: true }).click();
  await expect(page.locator('article.theirs').getByText('Gladly, tell me more.').last()).toBeVisible();
  await expectAccessible(page);
});

test('by keyboard alone: a mail that practice mode kept is answered as the contact', async ({ page, request }) => {
  const contact = await madeContact(request, 'Keya');
  await signIn(page);
  await page.goto('/mail');
  await expect(page.getByText('Practice mode.')).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByRole('combobox', { name: 'To' })).toBeFocused();
  await page.keyboard.type(contact.lastName);
  await expect(page.getByRole('option', { name: new RegExp(contact.lastName) })).toBeVisible();
  await page.keyboard.press('Enter');
  await tabTo(page, /^Subject$/);
  await page.keyboard.type('A place for two students');
  await tabTo(page, /^Message$/);
  await page.keyboard.type('Dear Keya, would two students be of use to you?');
  await expect(page.getByText(/^\s*Saved \d/)).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Kept, not sent')).toBeVisible({ timeout: 40_000 });

  await tabTo(page, /^Answer as Keya/);
  await page.keyboard.press('Enter');
  await tabTo(page, /Their words/);
  await page.keyboard.type('From March on, gladly.');
  await tabTo(page, /^Reply$/);
  await page.keyboard.press('Enter');
  await expect(page.locator('article.theirs').getByText('From March on, gladly.').last()).toBeVisible();
});

test('a draft that somebody else changed is never overwritten unseen', async ({ page, request, context, forgive }) => {
  forgive(/drafts|status of 4(09|12)/);
  const contact = await madeContact(request, 'Twosa');
  await signIn(page);
  await page.goto(`/mail/conversations/${contact.id}?write=1`);
  await page.getByLabel('Subject').fill('Two tabs');
  await page.getByLabel('Message').fill('The first words.');
  await expect(page.getByText(/^\s*Saved \d/)).toBeVisible();

  const other = await context.newPage();
  await other.goto(`/mail/conversations/${contact.id}`);
  await expect(other.getByLabel('Message')).toHaveValue('The first words.');
  await other.getByLabel('Message').fill('Words of the other tab.');
  await expect(other.getByText(/^\s*Saved \d/)).toBeVisible();
  await other.close();

  await page.getByLabel('Message').fill('Words of this tab.');
  await expect(page.getByText('Somebody changed this meanwhile')).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('Words of the other tab.');
  await page.getByRole('button', { name: 'Save mine instead' }).click();
  await expect(page.getByText('Somebody changed this meanwhile')).toBeHidden();
  await expect(page.getByText(/^\s*Saved \d/)).toBeVisible();
});

test('half a mail is kept, without a subject too, and a reload leads back to it; the boxes beside it are there for everybody', async ({ page, request }) => {
  const contact = await madeContact(request, 'Halfa');
  await signIn(page);
  await page.goto(`/mail/conversations/${contact.id}?write=1`);
  await page.getByLabel('Message').fill('A thought without');
  await expect(page.getByText(/^\s*Saved \d/)).toBeVisible();
  await expect(page).not.toHaveURL(/write/);
  await expect(page.getByLabel('Message')).toBeFocused();
  await page.reload();
  await expect(page.getByLabel('Message')).toHaveValue('A thought without');
  await expect(page.getByRole('button', { name: /^Approve/ })).toBeDisabled();
  await page.goto('/mail/drafts');
  await expect(page.getByRole('link', { name: new RegExp(`Halfa ${contact.lastName}`) })).toContainText('(no subject)');

  for (const box of ['waiting', 'doubt']) {
    await page.goto(`/mail/${box}`);
    await expect(page.getByRole('navigation', { name: 'Mailboxes' })).toBeVisible();
    await expectAccessible(page);
  }
});

test('on a phone the list and the conversation follow each other', async ({ page, request }) => {
  const contact = await madeContact(request, 'Phona');
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page);
  await page.goto('/mail/drafts');
  await expect(page.getByRole('navigation', { name: 'Mailboxes' })).toBeVisible();
  await page.goto(`/mail/conversations/${contact.id}`);
  await expect(page.getByRole('link', { name: 'Back to the list' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Mailboxes' })).toBeHidden();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
