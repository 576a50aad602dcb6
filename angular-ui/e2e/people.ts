import { expect, type APIRequestContext } from '@playwright/test';
import { adminPassword, hostAddress } from './host';

const header = 'Attendee Details\nAttended,User Name (Original Name),First Name,Last Name,Email,Join Time,Leave Time,Time in Session (minutes),Organization,Country/Region Name';

/** Made-up people, brought by the API to where a journey begins. */
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
  async until<T, Answer = { items: T[] }>(path: string, find: (answer: Answer) => T | undefined): Promise<T> {
    for (const end = Date.now() + 40_000; Date.now() < end; ) {
      const found = find(await this.get<Answer>(path));
      if (found) return found;
      await new Promise(wait => setTimeout(wait, 250));
    }
    throw new Error(`Nothing came of ${path}.`);
  }

  async userId(userName: string): Promise<string> {
    return (await this.get<{ items: { id: string; userName: string }[] }>('colleagues?maxResultCount=100')).items.find(each => each.userName === userName)!.id;
  }

  /**
   * So many guests of a seminar, each of a company of their own, as relationships of an owner. It was long ago: nothing they did there counts any more, and
   * the first gate is shut.
   */
  async pick(count: number, userName: string): Promise<{ id: string; contactId: string; contactName: string }[]> {
    const lastName = `Guest${Date.now().toString(36)}`;
    const guests = Array.from({ length: count }, (_, at) => ({ firstName: ['Gia', 'Gus', 'Gwen'][at % 3], lastName: `${lastName}${at}` }));
    const rows = guests.map(each => `Yes,--,${each.firstName},${each.lastName},${each.lastName}@example.org,01/15/2024 02:00:00 PM,01/15/2024 03:00:00 PM,60,${each.lastName} Ltd,United Kingdom`);
    const answer = await this.request.post(`${hostAddress}/api/crm/imports`, {
      headers: { Authorization: `Bearer ${this.token}` },
      multipart: {
        source: 'EventAttendees', eventName: 'A seminar of long ago', eventDate: '2024-01-15',
        file: { name: 'guests.csv', mimeType: 'text/csv', buffer: Buffer.from([header, ...rows].join('\n')) },
      },
    });
    const { id } = (await answer.json()) as { id: string };
    await this.until<{ status: string }, { status: string }>(`imports/${id}`, found => (found.status === 'Ready' ? found : undefined));
    const candidates = (await this.get<{ items: { id: string }[] }>(`imports/${id}/candidates`)).items;
    expect(candidates).toHaveLength(count);
    const ownerId = await this.userId(userName);
    const playbook = await this.until<{ id: string; name: string }>('playbooks?maxResultCount=100', page => page.items.find(each => !/seconds/.test(each.name)));
    await this.post(`imports/${id}/picks`, { candidateIds: candidates.map(each => each.id), ownerId, playbookId: playbook.id });
    return Promise.all(guests.map(each => this.until<{ id: string; contactId: string; contactName: string }>(
      `relationships?ownerId=${ownerId}&filter=${each.lastName}&maxResultCount=10`, page => page.items[0])));
  }
}
