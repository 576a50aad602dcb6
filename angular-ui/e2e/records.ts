import type { APIRequestContext } from '@playwright/test';
import { adminPassword, hostAddress } from './host';

let last = 0;

/** What a journey needs to be there, made through the API as another system would. */
export async function asSystem(request: APIRequestContext): Promise<{ Authorization: string }> {
  const answer = await request.post(`${hostAddress}/connect/token`, { form: { grant_type: 'client_credentials', client_id: 'partnercrm-demo', client_secret: adminPassword, scope: 'PartnerCrm' } });
  return { Authorization: `Bearer ${((await answer.json()) as { access_token: string }).access_token}` };
}

export interface MadeContact {
  id: string;
  firstName: string;
  lastName: string;
}

/** Somebody made up at a British company, whom nothing keeps from being written to. */
export async function madeContact(request: APIRequestContext, firstName: string): Promise<MadeContact> {
  const lastName = `Example${Date.now().toString(36)}${++last}`;
  const answer = await request.post(`${hostAddress}/api/crm/contacts`, {
    headers: await asSystem(request),
    data: {
      firstName, lastName, email: `${lastName}@example.org`.toLowerCase(), country: 'GB', language: 'en', timeZone: 'Europe/London',
      organisationName: `${lastName} Ltd`, originChannel: 'Event', originWhere: 'A made-up breakfast', originWhen: new Date().toISOString(),
    },
  });
  if (!answer.ok()) throw new Error(await answer.text());
  return { id: ((await answer.json()) as { id: string }).id, firstName, lastName };
}
