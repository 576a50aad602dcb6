/** What somebody wrote, and below it what they quoted: everything from the first line that begins with «>», with the line that announces it. */
export function withoutQuoted(text: string): { said: string; quoted: string } {
  const lines = text.split('\n');
  let at = lines.findIndex(line => line.startsWith('>'));
  if (at <= 0) return { said: text.trim(), quoted: '' };
  while (at > 0 && !lines[at - 1].trim()) at--;
  if (at > 0 && lines[at - 1].trim().endsWith(':')) at--;
  const said = lines.slice(0, at).join('\n').trim();
  return said ? { said, quoted: lines.slice(at).join('\n').trim() } : { said: text.trim(), quoted: '' };
}
