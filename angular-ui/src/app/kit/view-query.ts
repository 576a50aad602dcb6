/** What makes a view: its address without the page one is on. */
export type ViewQuery = Record<string, string>;

const notOfTheView = new Set(['view', 'page']);

export function queryOf(params: { keys: readonly string[]; get(key: string): string | null }): ViewQuery {
  const query: ViewQuery = {};
  for (const key of [...params.keys].sort()) if (!notOfTheView.has(key) && params.get(key)) query[key] = params.get(key)!;
  return query;
}

export function readQuery(json: string): ViewQuery {
  try {
    const read = JSON.parse(json) as unknown;
    return read && typeof read === 'object' ? Object.fromEntries(Object.entries(read).filter((pair): pair is [string, string] => typeof pair[1] === 'string')) : {};
  } catch {
    return {};
  }
}

export function isSame(one: ViewQuery, other: ViewQuery): boolean {
  const sorted = (query: ViewQuery) => JSON.stringify(Object.entries(query).sort(([a], [b]) => a.localeCompare(b)));
  return sorted(one) === sorted(other);
}
