import { expect, expectAccessible, signIn, tabTo, test } from './journey';
import { People } from './people';
import { asSystem, madeContact } from './records';
import { hostAddress } from './host';

test('three times are offered, one is chosen on the public page, and the meeting is on the agenda and in the week', async ({ page, request }) => {
  const contact = await madeContact(request, 'Meeta');
  const headers = await asSystem(request);
  const colleagues = (await (await request.get(`${hostAddress}/api/crm/colleagues?maxResultCount=100`, { headers })).json()) as { items: { id: string; userName: string }[] };
  await request.post(`${hostAddress}/api/crm/relationships`, { headers, data: { contactId: contact.id, ownerId: colleagues.items.find(each => each.userName === 'admin')!.id } });
  await signIn(page);
  await page.goto('/meetings');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Offer times' }).click();
  const dialog = page.getByRole('dialog', { name: 'Offer three times to' });
  await dialog.getByRole('combobox').fill(contact.lastName);
  await dialog.getByRole('option', { name: new RegExp(contact.lastName) }).click();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Offer times' }).click();
  await expect(page.getByText(/Three times are on their way/)).toBeVisible();

  await page.getByRole('link', { name: 'Offers' }).click();
  const offered = page.getByRole('listitem').filter({ hasText: contact.lastName });
  await expect(offered.getByText('Open')).toBeVisible();
  await expectAccessible(page);

  const link = await offerLink(request, headers, contact.id);
  const theirs = await page.context().newPage();
  await theirs.setViewportSize({ width: 390, height: 844 });
  await theirs.goto(link);
  await expect(theirs.getByRole('group')).not.toHaveCount(0);
  await expect(theirs.getByRole('button').first()).toContainText('Europe/London');
  await expectAccessible(theirs);
  expect(await theirs.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await theirs.getByRole('button').first().click();
  await expect(theirs.getByText(/An invitation is on its way/)).toBeVisible();
  await theirs.close();

  await page.goto('/meetings');
  await expect(page.getByRole('listitem').filter({ hasText: contact.lastName }).getByText('Invited')).toBeVisible();
  await page.getByRole('link', { name: 'Week' }).click();
  await page.getByRole('button', { name: 'Next week' }).click();
  await expect(page.locator('.day')).toHaveCount(7);
  await expectAccessible(page);
});

test('somebody nobody has begun with is offered a meeting, and it begins there; the meeting has a page', async ({ page, request, forgive }) => {
  forgive(/409/);
  const contact = await madeContact(request, 'Newmeet');
  const headers = await asSystem(request);
  await signIn(page);
  await page.goto('/meetings');
  await page.getByRole('button', { name: 'Offer times' }).click();
  const dialog = page.getByRole('dialog', { name: 'Offer three times to' });
  await dialog.getByRole('combobox').fill(contact.lastName);
  await dialog.getByRole('option', { name: new RegExp(contact.lastName) }).click();
  await dialog.getByRole('button', { name: 'Offer times' }).click();
  await expect(dialog.getByText(/It begins with you/)).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Begin and offer' }).click();
  await expect(page.getByText(/Three times are on their way/)).toBeVisible();

  const theirs = await page.context().newPage();
  await theirs.goto(await offerLink(request, headers, contact.id));
  await theirs.getByRole('button').first().click();
  await expect(theirs.getByText(/An invitation is on its way/)).toBeVisible();
  await theirs.close();

  await page.goto(`/contacts/${contact.id}`);
  await page.getByRole('link', { name: new RegExp(`${contact.lastName} –`) }).click();
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(`Meeting with .*${contact.lastName}`) })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Move' })).toBeVisible();
  await expectAccessible(page);
});

test('by keyboard alone: times are offered, one is chosen and the invitation accepted in practice, and what came of it is told', async ({ page, request }) => {
  test.slow();
  const contact = await madeContact(request, 'Heldina');
  const people = await People.open(request);
  const { id: relationshipId } = await people.post<{ id: string }>('relationships', { contactId: contact.id, ownerId: await people.userId('admin') });
  await signIn(page);
  await page.goto('/meetings');
  await tabTo(page, /^Offer times$/);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Offer three times to' });
  await expect(dialog).toBeVisible();
  await tabTo(page, /^Offer three times to$/);
  await page.keyboard.type(contact.lastName);
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('combobox')).toHaveValue(`Heldina ${contact.lastName}`);
  await tabTo(page, /^Offer times$/);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Three times are on their way/)).toBeVisible();

  const answer = async (mail: string, words: RegExp) => {
    await people.until<{ id: string }>(`mails?relationshipId=${relationshipId}&state=Kept&maxResultCount=50`, found => found.items.find(each => (each as unknown as { template: string }).template === mail));
    await page.goto(`/contacts/${contact.id}`);
    await expect(page.getByRole('button', { name: `Answer as Heldina ${contact.lastName}` })).toBeVisible();
    await tabTo(page, /^Answer as Heldina/);
    await page.keyboard.press('Enter');
    await tabTo(page, words);
    await page.keyboard.press('Enter');
    await expect(page.getByText(`Answered as Heldina ${contact.lastName}`)).toBeVisible();
  };
  await answer('meeting-offer', /^Choose a time$/);
  await answer('meeting-invitation', /^Accept the meeting$/);
  await page.goto('/meetings');
  const row = page.getByRole('listitem').filter({ hasText: contact.lastName });
  await expect(row.getByText('Accepted')).toBeVisible();
  const offer = (await people.get<{ items: { firstTime: string }[] }>(`offers?contactId=${contact.id}`)).items[0];
  const meeting = (await people.get<{ items: { id: string; start: string }[] }>(`meetings?contactId=${contact.id}`)).items[0];
  expect(meeting.start).toBe(offer.firstTime);

  // It takes place: its time is now.
  await people.post(`meetings/${meeting.id}/reschedule`, { start: new Date(Date.now() + 2000).toISOString(), minutes: 10 });
  await page.goto(`/meetings/${meeting.id}`);
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('button', { name: 'Say what came of it' })).toBeVisible({ timeout: 2000 });
  }).toPass();
  await expectAccessible(page);
  await page.keyboard.press('o');
  await tabTo(page, /^What came of it, in your words$/);
  await page.keyboard.type('They take two students in spring.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Held', { exact: true })).toBeVisible();
  await expect(page.getByText('They take two students in spring.')).toBeVisible();
  await page.goto(`/contacts/${contact.id}`);
  await expect(page.getByText('Held', { exact: true })).toBeVisible();
});

async function offerLink(request: import('@playwright/test').APIRequestContext, headers: { Authorization: string }, contactId: string): Promise<string> {
  let path: string | undefined;
  await expect(async () => {
    const mails = (await (await request.get(`${hostAddress}/api/crm/mails?contactId=${contactId}`, { headers })).json()) as { items: { id: string; template: string }[] };
    const mail = (await (await request.get(`${hostAddress}/api/crm/mails/${mails.items.find(each => each.template === 'meeting-offer')!.id}`, { headers })).json()) as { text: string };
    path = /\/o\/[\w-]+/.exec(mail.text)?.[0];
    expect(path).toBeTruthy();
  }).toPass();
  return `${hostAddress}${path}`;
}
