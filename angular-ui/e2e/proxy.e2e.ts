import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './journey';

interface Definition { modules: Record<string, unknown>; types: Record<string, unknown> }

test('the proxies are of the API as it is (else: npm run proxy)', async ({ request }) => {
  const now = (await (await request.get('/api/abp/api-definition?includeTypes=true')).json()) as Definition;
  const generated = JSON.parse(readFileSync(join(__dirname, '../src/app/proxy/generate-proxy.json'), 'utf8')) as Definition;
  expect(generated.modules['crm']).toEqual(now.modules['crm']);
  expect(ours(generated.types)).toEqual(ours(now.types));
});

function ours(types: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(types).filter(([name]) => name.startsWith('PartnerCrm.')));
}
