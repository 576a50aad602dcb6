import { createHmac } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { adminPassword, dataFolder } from './host';
import { expect, expectAccessible, fillInSignIn, signIn, tabTo, test } from './journey';
import { madeUser } from './records';

test('my account: from the screen I was on, my name, my time zone, my password, and back', async ({ page, request, another }) => {
  const name = await madeUser(request, 'profile.madeup');
  await signIn(page, name, adminPassword);
  await page.goto('/imports');
  await page.getByRole('button', { name: /Account and language/ }).click();
  await page.getByRole('button', { name: 'My account' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'My account' })).toBeVisible();
  await expectAccessible(page);

  await page.getByLabel('First name').fill('Renamed');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status')).toContainText('Saved.');
  await page.getByLabel('Times are shown in').selectOption('Asia/Tokyo');
  await page.getByRole('button', { name: 'Use this time zone' }).click();
  await expect(page.getByLabel('Times are shown in')).toHaveValue('Asia/Tokyo');

  await page.getByLabel('Current password').fill('not mine');
  await page.getByLabel('New password', { exact: true }).fill('Another-password-2!');
  await page.getByLabel('New password again').fill('Another-password-2!');
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByRole('alert')).toContainText('not right');
  await expectAccessible(page);
  await page.getByLabel('Current password').fill(adminPassword);
  await page.getByLabel('New password', { exact: true }).fill('Another-password-2!');
  await page.getByLabel('New password again').fill('Another-password-2!');
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByRole('status')).toContainText('Your password is changed');

  await page.getByRole('link', { name: 'Back to PartnerCrm' }).click();
  await expect(page).toHaveURL(/\/imports$/);
  await expect(page.getByRole('button', { name: /Account and language: Renamed/ })).toBeVisible();
  const now = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Tokyo', weekday: 'short' }).format(new Date());
  await page.goto('/today');
  await expect(page.locator('crm-page-header')).toContainText(now);

  const later = await another();
  await later.goto('/Account/Login');
  await fillInSignIn(later, name, adminPassword);
  await expect(later.getByRole('alert')).toContainText("That didn't work");
  await fillInSignIn(later, name, 'Another-password-2!');
  await expect(later.locator('#user')).toBeHidden();
});

test('by keyboard alone: the second factor on, signing in with it and with a recovery code, and off again', async ({ page, request, another }) => {
  const name = await madeUser(request, 'second.madeup');
  await page.goto('/Account/Login?ReturnUrl=%2FAccount%2FAuthenticator');
  await fillInSignIn(page, name, adminPassword);
  await expectAccessible(page);
  await tabTo(page, /^Begin$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible();
  await expectAccessible(page);
  await tabTo(page, /show the key$/);
  await page.keyboard.press('Enter');
  const key = (await page.locator('.secret').textContent())!.replaceAll(' ', '');
  await tabTo(page, /^Six digits/);
  await page.keyboard.type('000000');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('not right');
  await tabTo(page, /^Six digits/);
  await page.keyboard.type(codeOf(key));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Your recovery codes' })).toBeVisible();
  await expectAccessible(page);
  const codes = await page.locator('.codes li').allTextContents();
  expect(codes).toHaveLength(10);

  const phone = await another();
  await phone.goto('/Account/Login?ReturnUrl=%2FAccount%2FManage');
  await fillInSignIn(phone, name, adminPassword);
  await expect(phone.getByLabel('Code')).toBeFocused();
  await expectAccessible(phone);
  await phone.keyboard.type('123');
  await phone.keyboard.press('Enter');
  await expect(phone.getByRole('alert')).toContainText('not right');
  await phone.getByLabel('Code').focus();
  await phone.keyboard.type(codes[0]);
  await phone.keyboard.press('Enter');
  await expect(phone.getByText('9 recovery codes left.')).toBeVisible();

  await page.goto('/Account/Authenticator');
  await expectAccessible(page);
  await tabTo(page, /^Password$/);
  await page.keyboard.type(adminPassword);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'My account' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Set up' })).toBeVisible();
});

test('a forgotten password: the mail of practice mode has the link, and the link works once', async ({ page, request }) => {
  const name = await madeUser(request, 'forgotten.madeup');
  await page.goto('/Account/Login');
  await page.getByRole('link', { name: 'Forgotten?' }).click();
  await expectAccessible(page);
  await page.getByLabel('E-mail address').fill(`${name}@example.org`);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByRole('status')).toContainText('a mail is on its way');
  await expectAccessible(page);

  const link = await linkTo(name);
  await page.goto(link);
  await expectAccessible(page);
  await choosePassword(page, 'Chosen-anew-3!');
  await expect(page.getByRole('status')).toContainText('Your new password is set');
  await page.getByRole('link', { name: 'Sign in' }).click();
  await fillInSignIn(page, name, 'Chosen-anew-3!');
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Sign in');

  await page.goto(link);
  await choosePassword(page, 'Chosen-again-4!');
  await expect(page.getByRole('alert')).toContainText('expired or was used already');
});

async function choosePassword(page: Page, password: string): Promise<void> {
  await page.getByLabel('New password', { exact: true }).fill(password);
  await page.getByLabel('New password again').fill(password);
  await page.getByRole('button', { name: 'Use this password' }).click();
}

/** The link in the mail that practice mode kept as a file. */
async function linkTo(name: string): Promise<string> {
  const folder = join(dataFolder(), 'practice-mail');
  let link: string | undefined;
  await expect(() => {
    const mails = readdirSync(folder).map(file => readFileSync(join(folder, file), 'utf8').replaceAll('=\r\n', '').replaceAll('=3D', '='));
    link = /https?:\S+ResetPassword\S+/.exec(mails.find(mail => mail.includes(`${name}@example.org`)) ?? '')?.[0];
    expect(link).toBeTruthy();
  }).toPass();
  return link!;
}

/** Six digits for now, as an authenticator app makes them (RFC 6238). */
function codeOf(key: string): string {
  const bits = [...key.toUpperCase()].map(letter => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map(byte => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac('sha1', secret).update(counter).digest();
  return ((hash.readUInt32BE(hash[19] & 15) & 0x7fffffff) % 1_000_000).toString().padStart(6, '0');
}
