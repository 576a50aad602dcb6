import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type APIRequestContext } from '@playwright/test';
import { adminPassword, hostAddress } from './host';

/** The made-up people of the demo files, brought by the API to where a journey begins. */
export class People {
  private constructor(private readonly request: APIRequestContext, private readonly token: string) {}

  static async open(request: APIRequestContext): Promise<People> {
    const answer = await request.post(`${hostAddress}/connect/token`, { form: { grant_type: 'client_credentials', client_id: 'partnercrm-demo', client_secret: adminPassword, scope: 'PartnerCrm' } });
    return new People(request, ((await answer.json()) as { access_token: string }).access_token);
  }

  async get<T>(path: string): Promise<T> {
    const answer = await this.request.get(`${hostAddress}/api/crm/${path}`, { headers: { Authorization: `Bearer ${this.token}` } });
    expect(answer.ok(), `GET ${path}: ${answer.status()}`).toBe(true);
    return (await answer.json()) as T;
  }

  async post<T>(path: string, data: unknown = {}): Promise<T> {
    const answer = await this.request.post(`${hostAddress}/api/crm/${path}`, { data, headers: { Authorization: `Bearer ${this.token}` } });
    expect(answer.ok(), `POST ${path}: ${answer.status()} ${await answer.text()}`).toBe(true);
    return (await answer.text() ? await answer.json() : undefined) as T;
  }

  /** Asks until there is something. */
  async until<T>(path: string, find: (answer: { items: T[] }) => T | undefined): Promise<T> {
    for (const end = Date.now() + 40_000; Date.now() < end; ) {
      const found = find(await this.get<{ items: T[] }>(path));
      if (found) return found;
      await new Promise(wait => setTimeout(wait, 250));
    }
    throw new Error(`Nothing came of ${path}.`);
  }

  async userId(userName: string): Promise<string> {
    return (await this.get<{ items: { id: string; userName: string }[] }>('colleagues?maxResultCount=100')).items.find(each => each.userName === userName)!.id;
  }

  /** So many of the seminar's guests whom nobody has picked yet, as relationships of an owner. */
  async pick(count: number, userName: string): Promise<{ id: string; contactId: string; contactName: string }[]> {
    const answer = await this.request.post(`${hostAddress}/api/crm/imports`, {
      headers: { Authorization: `Bearer ${this.token}` },
      multipart: {
        source: 'EventAttendees', eventName: 'Data for small manufacturers', eventDate: '2026-11-12',
        file: { name: 'attendee-report.csv', mimeType: 'text/csv', buffer: readFileSync(join(__dirname, '../../etc/demo-data/attendee-report.csv')) },
      },
    });
    const { id } = (await answer.json()) as { id: string };
    interface Candidate { id: string; hasEmail: boolean; isSuppressed: boolean; country: string; organisationName: string | null; firstName: string; lastName: string }
    const free: Candidate[] = [];
    await this.until<Candidate>(`imports/${id}/candidates?maxResultCount=1000`, page => page.items[0]);
    const taken = new Set((await this.get<{ items: { contactName: string }[] }>('relationships?maxResultCount=1000')).items.map(each => each.contactName));
    for (const each of (await this.get<{ items: Candidate[] }>(`imports/${id}/candidates?maxResultCount=1000`)).items) {
      const name = `${each.firstName} ${each.lastName}`;
      if (!each.hasEmail || each.isSuppressed || each.country !== 'GB' || taken.has(name)) continue;
      taken.add(name);
      free.push(each);
    }
    const chosen = free.slice(0, count);
    expect(chosen).toHaveLength(count);
    const ownerId = await this.userId(userName);
    const playbook = await this.until<{ id: string; name: string }>('playbooks?maxResultCount=100', page => page.items.find(each => !/seconds/.test(each.name)));
    await this.post(`imports/${id}/picks`, { candidateIds: chosen.map(each => each.id), ownerId, playbookId: playbook.id });
    return Promise.all(chosen.map(each => this.until<{ id: string; contactId: string; contactName: string }>(
      `relationships?ownerId=${ownerId}&maxResultCount=1000`, page => page.items.find(row => row.contactName === `${each.firstName} ${each.lastName}`))));
  }
}
