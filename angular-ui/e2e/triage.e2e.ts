import type { APIRequestContext, Locator, Page } from '@playwright/test';
import { adminPassword } from './host';
import { expect, expectAccessible, signIn, test } from './journey';
import { People } from './people';
import { madeContact, madeUser, type MadeContact } from './records';

interface Tie extends MadeContact {
  relationshipId: string;
}

/** Somebody made up, held by an owner, whose plan counts in seconds. */
async function begun(request: APIRequestContext, people: People, owner: string, firstName: string, organisationName?: string): Promise<Tie> {
  const contact = await madeContact(request, firstName, organisationName);
  const ownerId = await people.userId(owner);
  const { id } = await people.post<{ id: string }>('relationships', { contactId: contact.id, ownerId });
  const playbook = await people.until<{ id: string; name: string }>('playbooks?maxResultCount=100', page => page.items.find(each => /seconds/.test(each.name)));
  await people.post(`relationships/${id}/escalation/start`, { playbookId: playbook.id });
  return { ...contact, relationshipId: id };
}

/** On to their first answer by mail: what the owner does in between is done. */
async function answered(people: People, tie: Tie, text: string): Promise<void> {
  for (const [kind, answer] of [['SocialTouch', 'Done'], ['DidTheyAnswer', 'Yes']]) {
    const { id } = await people.until<{ id: string }>(`follow-ups?relationshipId=${tie.relationshipId}&kind=${kind}&maxResultCount=10`, page => page.items[0]);
    await people.post(`follow-ups/${id}/done`, { answer });
  }
  const draft = await people.until<{ id: string }>(`drafts?relationshipId=${tie.relationshipId}`, page => page.items[0]);
  await people.post(`drafts/${draft.id}/approve`);
  const mail = await people.until<{ id: string }>(`mails?relationshipId=${tie.relationshipId}&state=Kept`, page => page.items[0]);
  await people.post('sandbox/answers', { mailId: mail.id, kind: 'Reply', text });
  await people.until(`follow-ups?relationshipId=${tie.relationshipId}&kind=Triage&maxResultCount=10`, page => page.items[0]);
}

const rowOf = (page: Page, tie: MadeContact) => page.locator('.queue').getByRole('button', { name: new RegExp(tie.lastName) });
const theyAnswered = (page: Page) => page.getByRole('region', { name: 'They answered' });
const answers = (page: Page) => page.getByRole('group', { name: 'Answers' });
const words = { Ida: 'Gladly, tell me more.', Lara: 'Not now, ask me again in spring.', Willy: 'That is not my field.', Otto: 'We have a partner for that already.' };

async function fourAnswers(request: APIRequestContext, owner: string): Promise<Tie[]> {
  const people = await People.open(request);
  const ties: Tie[] = [];
  for (const firstName of Object.keys(words)) ties.push(await begun(request, people, owner, firstName));
  await Promise.all(ties.map((tie, at) => answered(people, tie, Object.values(words)[at])));
  return ties;
}

test('they answered: interested, later, wrong person, objects; each with a click', async ({ page, request }) => {
  test.slow();
  const name = await madeUser(request, 'zara.madeup');
  const [ida, lara, willy, otto] = await fourAnswers(request, name);
  await signIn(page, name, adminPassword);
  await page.goto('/today');
  await expect(theyAnswered(page).getByRole('button')).toHaveCount(4);

  await rowOf(page, ida).click();
  await expect(page.getByText(words.Ida).last()).toBeVisible();
  await expectAccessible(page);
  await answers(page).getByRole('button', { name: 'Interested' }).click();
  await expect(page.getByText(`Ida ${ida.lastName} is interested`)).toBeVisible();

  await rowOf(page, lara).click();
  await answers(page).getByRole('button', { name: 'Later' }).click();
  await expect(page.getByText(/may Lara .* be asked again/)).toBeVisible();
  await expectAccessible(page);
  await answers(page).getByRole('button', { name: 'In three months' }).click();
  await expect(page.getByText(`Lara ${lara.lastName} is asked again later`)).toBeVisible();

  await rowOf(page, willy).click();
  await answers(page).getByRole('button', { name: 'Wrong person' }).click();
  await expect(page.getByText(`Willy ${willy.lastName} is not the right person`)).toBeVisible();

  await rowOf(page, otto).click();
  await answers(page).getByRole('button', { name: 'Objects' }).click();
  await expect(page.getByText(/Nothing goes out to Otto .*Sure\?/)).toBeVisible();
  await expectAccessible(page);
  await answers(page).getByRole('button', { name: 'Yes, sure' }).click();
  await expect(page.getByText(`Nothing goes out to Otto ${otto.lastName} any more`)).toBeVisible();

  await page.goto(`/contacts/${otto.id}`);
  await expect(page.locator('[data-verdict=Blocked]').filter({ hasText: 'E-mail' })).toContainText('no');
  await expect(page.getByText(/They asked on .* not to be contacted/).first()).toBeVisible();
  await expect(page.getByText('Running', { exact: true })).toBeHidden();
  await expectAccessible(page);
  await page.goto(`/contacts/${lara.id}`);
  await expect(page.getByText(/Rests until|rests until/).first()).toBeVisible();
});

test('and by keyboard alone, one key each', async ({ page, request }) => {
  test.slow();
  const name = await madeUser(request, 'zita.madeup');
  const ties = await fourAnswers(request, name);
  await signIn(page, name, adminPassword);
  await page.goto('/today');
  await expect(theyAnswered(page).getByRole('button')).toHaveCount(4);

  const said = [['1', 'is interested'], ['24', 'is asked again later'], ['3', 'is not the right person'], ['41', 'any more']];
  for (const [at, [keys, words]] of said.entries()) {
    const row = theyAnswered(page).getByRole('button', { name: new RegExp(ties[at].lastName) });
    await walkTo(page, row);
    for (const key of keys) await page.keyboard.press(key);
    await expect(page.getByText(new RegExp(`${ties[at].lastName}.* ${words}`)).last()).toBeVisible();
    await expect(row).toBeHidden();
  }
});

test('a message is sent by hand, answered there, and the mail that follows is read and let go', async ({ page, request }) => {
  test.slow();
  const people = await People.open(request);
  const name = await madeUser(request, 'zeno.madeup');
  const mia = await begun(request, people, name, 'Mia');
  const kim = await begun(request, people, name, 'Kim');
  await signIn(page, name, adminPassword);
  await page.goto('/today');

  await rowOf(page, mia).click();
  await expect(page.getByRole('button', { name: 'Copy the text' })).toBeVisible();
  await expectAccessible(page);
  await answers(page).getByRole('button', { name: 'I sent it' }).click();
  await expect(page.getByText(`The message to Mia ${mia.lastName} is noted`)).toBeVisible();
  await waitForRow(page, mia, 'Did Mia .* answer there', () => answers(page).getByRole('button', { name: 'They answered' }).click());
  await waitForRow(page, mia, 'Approve', async () => {
    await expect(page.getByRole('article').getByText('Dear Mia')).toBeVisible();
    await expectAccessible(page);
    await answers(page).getByRole('button', { name: 'Approve and send' }).click();
  });
  await expect(page.getByText(`The mail to Mia ${mia.lastName} goes out in 10 seconds`)).toBeVisible();
  await people.until(`mails?relationshipId=${mia.relationshipId}&state=Kept`, found => found.items[0]);

  for (const at of [0, 1, 2]) {
    await page.goto('/today');
    await expect(rowOf(page, kim)).toBeVisible({ timeout: 40_000 });
    await walkTo(page, rowOf(page, kim));
    // What is approved is what was seen.
    if (at === 2) await expect(page.getByRole('article').getByText('Dear Kim')).toBeVisible();
    await page.keyboard.press('1');
    await expect(rowOf(page, kim)).toBeHidden();
    if (at === 2) await expect(page.getByText(`The mail to Kim ${kim.lastName} goes out in 10 seconds`)).toBeVisible();
    else await people.until(`follow-ups?relationshipId=${kim.relationshipId}&kind=${['DidTheyAnswer', 'ApproveDraft'][at]}&maxResultCount=10`, found => found.items[0]);
  }
});

test('a colleague holds the organisation: it waits, they are asked, and their word sets it going', async ({ page, request, another }) => {
  test.slow();
  const people = await People.open(request);
  const owner = await madeUser(request, 'zack.madeup');
  const asker = await madeUser(request, 'zelda.madeup');
  const held = await begun(request, people, owner, 'Helda');
  await people.until(`follow-ups?relationshipId=${held.relationshipId}&kind=SocialTouch&maxResultCount=10`, found => found.items[0]);
  const allowed = await begun(request, people, asker, 'Ally', held.organisationName);
  await people.until<{ state: string }, { state: string }>(`relationships/${allowed.relationshipId}/escalation`, escalation => (escalation.state === 'AwaitingOwner' ? escalation : undefined));

  await signIn(page, asker, adminPassword);
  await page.goto(`/contacts/${allowed.id}`);
  await expect(page.getByText('Waits for a colleague', { exact: true })).toBeVisible();
  await expect(page.locator('[data-verdict=AskOwner]').first()).toContainText('ask first');
  await expectAccessible(page);

  const theirs = await another();
  await signIn(theirs, owner, adminPassword);
  await theirs.goto('/today');
  const asked = theirs.getByRole('region', { name: 'Check first' }).getByRole('button', { name: new RegExp(allowed.lastName) });
  await expect(asked).toContainText('A colleague asks to contact Ally');
  await asked.focus();
  await theirs.keyboard.press('Enter');
  await expectAccessible(theirs);
  await theirs.keyboard.press('1');
  await expect(theirs.getByText(`Your colleague may contact Ally ${allowed.lastName}`)).toBeVisible();

  await expect(page.getByText('Running', { exact: true })).toBeVisible({ timeout: 40_000 });
});

/** From the top of the list, a key a row. */
async function walkTo(page: Page, row: Locator): Promise<void> {
  for (let back = 0; back < 8; back++) await page.keyboard.press('k');
  for (let on = 0; on < 8 && (await row.getAttribute('aria-current')) !== 'true'; on++) await page.keyboard.press('j');
}

/** The next thing of somebody comes by itself within a minute; looking again is faster. */
async function waitForRow(page: Page, tie: MadeContact, title: string, act: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(rowOf(page, tie).filter({ hasText: new RegExp(title, 'i') })).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 40_000 });
  await rowOf(page, tie).click();
  await act();
}
