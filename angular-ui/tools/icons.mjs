// Writes src/styles/_icons.scss: only the icons that are named somewhere in our sources or in the ABP packages, as masks in the colour of the text.
// A font of all of them would weigh more than the rest of the page.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = 'node_modules/bootstrap-icons/icons';
const known = new Set(readdirSync(folder).map(file => file.replace('.svg', '')));
const used = new Set();

function walk(path, ending, visit) {
  if (!existsSync(path)) return;
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inside = join(path, entry.name);
    if (entry.isDirectory()) walk(inside, ending, visit);
    else if (ending.test(entry.name)) visit(readFileSync(inside, 'utf8'));
  }
}

// In our sources a line that speaks of an icon names it: icon: 'people', icon="people", [icon]="x ? 'sun' : 'moon'", bi-people.
walk('src/app', /\.(ts|html)$/, text => {
  for (const line of text.split('\n')) {
    if (!/icon|bi-/i.test(line)) continue;
    for (const [, name] of line.matchAll(/(?:['"`](?:bi-)?|bi-)([a-z0-9]+(?:-[a-z0-9]+)*)/g)) if (known.has(name)) used.add(name);
  }
});
const packages = ['@abp', '@volo'].flatMap(scope => readdirSync(`node_modules/${scope}`).map(name => `node_modules/${scope}/${name}/fesm2022`));
const fontAwesome = {
  'check': 'check', 'spinner': 'arrow-repeat', 'plus': 'plus-lg', 'info-circle': 'info-circle', 'trash': 'trash3', 'long-arrow-left': 'arrow-left', 'eye-slash': 'eye-slash',
  'eye': 'eye', 'cog': 'gear', 'times': 'x-lg', 'wifi': 'wifi', 'send': 'send', 'save': 'check2', 'home': 'house', 'edit': 'pencil', 'chevron-up': 'chevron-up', 'chevron-down': 'chevron-down',
  'caret-down': 'caret-down-fill', 'wrench': 'wrench', 'users': 'people', 'times-circle': 'x-circle', 'question-circle': 'question-circle', 'id-card-o': 'person-vcard',
  'exclamation-triangle': 'exclamation-triangle', 'check-circle': 'check-circle', 'ban': 'slash-circle', 'ellipsis-h': 'three-dots', 'search': 'search',
};
for (const path of packages) walk(path, /\.mjs$/, text => {
  for (const [, name] of text.matchAll(/\bbi-([a-z0-9-]+)/g)) if (known.has(name)) used.add(name);
});

function mask(name) {
  const svg = readFileSync(join(folder, `${name}.svg`), 'utf8').replace(/\s*(class|width|height|fill)="[^"]*"/g, '').replace(/\n\s*/g, '').replace(/"/g, "'");
  return `url("data:image/svg+xml,${svg.replace(/[%#<>]/g, encodeURIComponent)}")`;
}

const lines = [
  '// Written by tools/icons.mjs.',
  '.bi, .fa, .fas, .far { display: inline-block; font-style: normal; line-height: 1; }',
  ".bi::before, .fa::before, .fas::before, .far::before { content: ''; display: inline-block; width: 1em; height: 1em; vertical-align: -0.125em; background: currentcolor; mask: var(--icon, linear-gradient(transparent, transparent)) center / contain no-repeat; }",
  '.fa-spin, .fa-pulse { animation: crm-turn 1s linear infinite; }',
  ...[...used].sort().map(name => `.bi-${name} { --icon: ${mask(name)}; }`),
  ...Object.entries(fontAwesome).map(([theirs, ours]) => `.fa-${theirs} { --icon: ${mask(ours)}; }`),
];
writeFileSync('src/styles/_icons.scss', lines.join('\n') + '\n');
console.log(`${used.size} icons`);
