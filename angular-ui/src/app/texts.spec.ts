import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(process.cwd(), '../src/PartnerCrm.Host/Localization');
const texts = (culture: string) => JSON.parse(readFileSync(join(folder, `${culture}.json`), 'utf8')).texts as Record<string, string>;

function* sources(path: string): Generator<[string, string]> {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inside = join(path, entry.name);
    if (entry.isDirectory() && entry.name !== 'proxy') yield* sources(inside);
    else if (/\.(ts|html)$/.test(entry.name) && !entry.name.endsWith('.spec.ts')) yield [inside, readFileSync(inside, 'utf8')];
  }
}

describe('texts', () => {
  const english = texts('en');
  const german = texts('de');

  it('are there in both languages, none of them empty', () => {
    expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort());
    expect(Object.entries({ ...english, ...german }).filter(([, text]) => !text.trim())).toEqual([]);
  });

  it('have the same blanks in both languages', () => {
    const blanks = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort().join();
    expect(Object.keys(english).filter(key => blanks(english[key]) !== blanks(german[key] ?? ''))).toEqual([]);
  });

  it('exist for every key that a screen asks for', () => {
    const missing: string[] = [];
    for (const [file, source] of sources(join(process.cwd(), 'src/app')))
      for (const [, key, more] of source.matchAll(/['"`]::([\w:.-]+)(['"`$])/g))
        if (key.endsWith(':') || more === '$' ? !Object.keys(english).some(each => each.startsWith(key)) : !(key in english)) missing.push(`${file}: ${key}`);
    expect(missing).toEqual([]);
  });
});
