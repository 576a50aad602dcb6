/** The name of a type without where it lives: `PartnerCrm.Partners.Contact` is a `Contact`. */
export function lastPart(name: string | null | undefined): string {
  return (name ?? '').split(/[.+]/).at(-1)!;
}

/** A value as the log keeps it (JSON), for reading: text without its quotes, nothing as a dash, the rest as it is. */
export function readable(json: string | null | undefined): string {
  if (json == null || json === 'null') return '–';
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'string' ? value || '–' : typeof value === 'object' ? JSON.stringify(value, null, 2) : String(value);
  } catch {
    return json;
  }
}
