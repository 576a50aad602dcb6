import { readFileSync } from 'node:fs';
import { expect, expectAccessible, signIn, test } from './journey';
import { hostAddress } from './host';
import { asSystem, madeContact } from './records';

test('somebody new by hand: found, written down, started, paused with a reason', async ({ page }) => {
  test.slow();
  await signIn(page);
  await page.goto('/contacts');
  await expect(page.getByRole('heading', { level: 1, name: 'Contacts' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'New contact' }).click();
  await page.getByLabel('First name').fill('Journey');
  await page.getByLabel('Last name').fill('Testperson');
  await page.getByLabel('E-mail').fill('journey.testperson@works.example.org');
  await page.getByLabel('Organisation').fill('Journey Works Ltd');
  await page.getByLabel('Country (two letters)').fill('GB');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Journey Testperson' })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('heading', { name: 'May I?' })).toBeVisible();

  // The key begins nothing before it is known that nothing runs.
  await expect(page.getByRole('button', { name: /^Start a plan/ })).toBeVisible();
  await page.keyboard.press('s');
  const start = page.getByRole('dialog', { name: 'Start a plan' });
  await expect(start.getByText('If they stay silent:')).toBeVisible();
  await expectAccessible(page);
  await start.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByText('Running', { exact: true })).toBeVisible({ timeout: 40_000 });

  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('textbox', { name: 'Why?' }).fill('On holiday until Monday');
  await page.getByRole('dialog').getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText('Paused', { exact: true }).first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByText('Running', { exact: true })).toBeVisible();

  await page.getByRole('link', { name: 'Journey Works Ltd' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Journey Works Ltd' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Journey Testperson' }).first()).toBeVisible();
  await expectAccessible(page);
});

test('a view of the list is kept, and the list is a file', async ({ page, request }) => {
  const contact = await madeContact(request, 'Viewa');
  await signIn(page);
  await page.goto('/contacts');
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type(contact.lastName);
  await expect(page.getByRole('row')).toHaveCount(2);
  await expect(page.getByRole('link', { name: `Viewa ${contact.lastName}` })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`q=${contact.lastName}`));

  await page.getByRole('button', { name: /Save as a view/ }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Test people');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('combobox', { name: 'View' })).toHaveValue(/[\w-]{36}/);
  await expect(page).toHaveURL(/view=/);
  await expectAccessible(page);

  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).click();
  expect(readFileSync(await (await saved).path(), 'utf8')).toContain(contact.lastName);
});

test('two contacts that are one person are merged side by side', async ({ page, request }) => {
  const kept = await madeContact(request, 'Mergea');
  const headers = await asSystem(request);
  const twin = await request.post(`${hostAddress}/api/crm/contacts`, { headers, data: { firstName: kept.firstName, lastName: kept.lastName, email: `other.${kept.lastName}@example.org`.toLowerCase(), phone: '+44 20 7946 0001', organisationName: `${kept.lastName} Ltd`, originChannel: 'Event', originWhere: 'A made-up fair' } });
  const twinId = ((await twin.json()) as { id: string }).id;
  await signIn(page);
  await page.goto(`/contacts/${kept.id}`);
  await page.getByRole('link', { name: new RegExp(`Compare with .*${kept.lastName}`) }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Merge two contacts' })).toBeVisible();
  await expect(page.getByRole('row', { name: /How we met/ })).toContainText('A made-up fair');
  await page.getByRole('radio', { name: /^other\./ }).check();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Merge into one' }).click();
  await expect(page).toHaveURL(new RegExp(`/contacts/${kept.id}$`));
  await expect(page.getByText('+44 20 7946 0001')).toBeVisible();
  await expect(page.getByText('Merged', { exact: true })).toBeVisible();
  await expectAccessible(page);

  await page.goto(`/contacts/${twinId}`);
  await expect(page).toHaveURL(new RegExp(`/contacts/${kept.id}$`));
});

test('a relationship is closed, opened again, handed over and held, by keys alone', async ({ page, request }) => {
  const contact = await madeContact(request, 'Deeda');
  const headers = await asSystem(request);
  const colleagues = (await (await request.get(`${hostAddress}/api/crm/colleagues?maxResultCount=100`, { headers })).json()) as { items: { id: string; userName: string }[] };
  await request.post(`${hostAddress}/api/crm/relationships`, { headers, data: { contactId: contact.id, ownerId: colleagues.items.find(each => each.userName === 'admin')!.id } });
  await signIn(page);
  await page.goto(`/contacts/${contact.id}`);
  const command = async (name: string) => {
    await expect(page.getByRole('heading', { level: 1, name: new RegExp(contact.lastName) })).toBeVisible();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill(name);
    await expect(page.getByRole('option', { name: new RegExp(name) }).first()).toBeVisible();
    await page.keyboard.press('Enter');
  };
  const say = async (title: RegExp, why: string) => {
    const dialog = page.getByRole('dialog', { name: title });
    await expect(dialog).toBeVisible();
    await dialog.getByRole('textbox').last().fill(why);
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
  };

  await command('Close …');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page);
  await say(/Close the relationship/, 'Moved to another sector');
  await expect(page.getByText('Closed', { exact: true }).first()).toBeVisible();
  await command('Open again …');
  await say(/again$/, 'Wrote to us after all');
  await expect(page.getByText('Social', { exact: true }).first()).toBeVisible();

  await command('Hand over …');
  const handing = page.getByRole('dialog', { name: /Hand over/ });
  await handing.getByLabel('To whom?').selectOption({ index: 1 });
  await handing.getByRole('button', { name: 'Hand over' }).press('Enter');
  await expect(page.getByText(/Handed over to/)).toBeVisible();

  await page.getByRole('button', { name: 'More to do with this contact' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Hold …' }).press('Enter');
  await say(/^Hold /, 'A complaint is looked into');
  await expect(page.getByText(/A complaint is looked into/).first()).toBeVisible();
});

test('the list is narrowed by chips that a view keeps', async ({ page, request }) => {
  const contact = await madeContact(request, 'Chipa');
  await signIn(page);
  await page.goto(`/contacts?q=${contact.lastName}`);
  await page.getByRole('button', { name: 'Filter', exact: true }).press('Enter');
  await page.getByRole('menuitem', { name: 'Stage' }).press('ArrowRight');
  await page.getByRole('menuitemradio', { name: 'not begun' }).press('Enter');
  await expect(page.getByRole('button', { name: /Stage: not begun/ })).toBeVisible();
  await expect(page).toHaveURL(/stage=None/);
  await expect(page.getByRole('link', { name: new RegExp(contact.lastName) }).first()).toBeVisible();
  await expectAccessible(page);

  await page.goto(`/contacts?q=${contact.lastName}&stage=None&origin=LinkedIn`);
  await expect(page.getByText(/Nothing|None/).first()).toBeVisible();
  await page.getByRole('button', { name: /How we met: LinkedIn/ }).first().click();
  await expect(page.getByRole('link', { name: new RegExp(contact.lastName) }).first()).toBeVisible();

  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).click();
  expect(readFileSync(await (await saved).path(), 'utf8').trim().split('\n')).toHaveLength(2);
});

test('what is written or open for one person is not there for the next', async ({ page, request }) => {
  const one = await madeContact(request, 'Firsta');
  const next = await madeContact(request, 'Nexta');
  await signIn(page);
  await page.goto(`/contacts/${one.id}`);
  await expect(page.getByRole('heading', { level: 1, name: `Firsta ${one.lastName}` })).toBeVisible();
  await page.keyboard.press('n');
  const note = page.getByRole('textbox', { name: 'What do you want to remember?' });
  await note.fill('About the first one');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find or do anything' }).fill(next.lastName);
  await expect(page.getByRole('option', { selected: true })).toContainText('Nexta');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: `Nexta ${next.lastName}` })).toBeVisible();
  await expect(note).toBeHidden();
  await page.keyboard.press('n');
  await expect(note).toHaveValue('');
});

test('an organisation is found by its name, edited, and what was not saved is there again', async ({ page, request }) => {
  const contact = await madeContact(request, 'Orga');
  await signIn(page);
  await page.goto('/organisations');
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find or do anything' }).fill(contact.organisationName);
  await page.getByRole('group', { name: 'Organisations' }).getByRole('option', { name: contact.organisationName }).click();
  await expect(page.getByRole('heading', { level: 1, name: contact.organisationName })).toBeVisible();
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await page.getByLabel('Country').fill('DE');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Organisations' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Organisations' })).toBeVisible();
  await page.goBack();
  await expect(page.getByText('Your changes from before are back.')).toBeVisible();
  await expect(page.getByLabel('Country')).toHaveValue('DE');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: contact.organisationName })).toBeVisible();

  for (const path of ['/organisations/new', '/contacts/doubles']) {
    await page.goto(path);
    await expectAccessible(page);
  }
  await page.goto('/contacts/new');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('A first or a last name is needed.')).toBeVisible();
});

test('on a phone a contact is one column', async ({ page, request }) => {
  const contact = await madeContact(request, 'Narrowa');
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page);
  await page.goto(`/contacts?q=${contact.lastName}`);
  await page.getByRole('link', { name: `Narrowa ${contact.lastName}` }).click();
  await expect(page.getByRole('heading', { name: 'Next steps' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectAccessible(page);
});
