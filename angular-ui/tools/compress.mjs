// Puts a .br and a .gz beside every text file of the build: the host serves them as they are.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const worthIt = 1024;
let sum = 0;
for (const file of readdirSync('dist/browser', { recursive: true })) {
  if (!/\.(js|css|html|svg|json|txt)$/.test(file)) continue;
  const path = join('dist/browser', file);
  const content = readFileSync(path);
  if (content.length < worthIt) continue;
  writeFileSync(`${path}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
  writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
  sum++;
}
console.log(`${sum} files compressed`);
