import { createHash, randomBytes } from 'node:crypto';
import { expect, type APIRequestContext } from '@playwright/test';
import { adminPassword, hostAddress } from './host';

let last = 0;

/** What a journey needs to be there, made through the API as another system would. */
export async function asSystem(request: APIRequestContext): Promise<{ Authorization: string }> {
  const answer = await request.post(`${hostAddress}/connect/token`, { form: { grant_type: 'client_credentials', client_id: 'partnercrm-demo', client_secret: adminPassword, scope: 'PartnerCrm' } });
  return { Authorization: `Bearer ${((await answer.json()) as { access_token: string }).access_token}` };
}

/** As the administrator, by the same way that the UI takes: a code and its verifier. */
export async function asAdmin(request: APIRequestContext): Promise<{ Authorization: string }> {
  const page = await (await request.get(`${hostAddress}/Account/Login`)).text();
  const token = /name="__RequestVerificationToken"[^>]*value="([^"]+)"/.exec(page)?.[1];
  // Somebody who is signed in sees no form.
  if (token) await request.post(`${hostAddress}/Account/Login`, { form: { UserName: 'admin', Password: adminPassword, __RequestVerificationToken: token }, maxRedirects: 0 });
  const code_verifier = randomBytes(32).toString('base64url');
  const asked = new URLSearchParams({
    response_type: 'code', client_id: 'PartnerCrm_App', redirect_uri: hostAddress, scope: 'PartnerCrm', state: 's',
    code_challenge: createHash('sha256').update(code_verifier).digest('base64url'), code_challenge_method: 'S256',
  });
  const sentBack = await request.get(`${hostAddress}/connect/authorize?${asked}`, { maxRedirects: 0 });
  const code = new URL(sentBack.headers()['location']).searchParams.get('code')!;
  const answer = await request.post(`${hostAddress}/connect/token`, { form: { grant_type: 'authorization_code', client_id: 'PartnerCrm_App', redirect_uri: hostAddress, code, code_verifier } });
  return { Authorization: `Bearer ${((await answer.json()) as { access_token: string }).access_token}` };
}

/** A colleague with these roles and the administrator's password. */
export async function madeUser(request: APIRequestContext, userName: string, roleNames: string[] = ['engagement-manager']): Promise<string> {
  const answer = await request.post(`${hostAddress}/api/identity/users`, {
    headers: await asAdmin(request),
    data: { userName, email: `${userName}@example.org`, password: adminPassword, name: userName.split('.')[0], surname: 'Madeup', isActive: true, lockoutEnabled: true, roleNames },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return userName;
}

export interface MadeContact {
  id: string;
  organisationName: string;
  firstName: string;
  lastName: string;
}

/** Somebody made up at a British company (one of their own, if not said), whom nothing keeps from being written to. */
export async function madeContact(request: APIRequestContext, firstName: string, organisation?: string): Promise<MadeContact> {
  const lastName = `Example${Date.now().toString(36)}${++last}`;
  const organisationName = organisation ?? `${lastName} Ltd`;
  const answer = await request.post(`${hostAddress}/api/crm/contacts`, {
    headers: await asSystem(request),
    data: {
      firstName, lastName, email: `${lastName}@example.org`.toLowerCase(), country: 'GB', language: 'en', timeZone: 'Europe/London',
      organisationName, originChannel: 'Event', originWhere: 'A made-up breakfast', originWhen: new Date().toISOString(),
    },
  });
  if (!answer.ok()) throw new Error(await answer.text());
  return { id: ((await answer.json()) as { id: string }).id, organisationName, firstName, lastName };
}
