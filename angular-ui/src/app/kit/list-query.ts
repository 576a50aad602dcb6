/** What every list of the host takes. */
export interface ListQuery {
  filter?: string;
  sorting?: string;
  skipCount: number;
  maxResultCount: number;
}

/** What every list of the host answers. */
export interface ListPage<T> {
  totalCount?: number;
  items?: T[];
}

export interface Column<T> {
  key: string;
  /** A localization key. */
  title: string;
  /** What the host sorts by; without it the column isn't sortable. */
  sort?: string;
  /** Plain text of a row, where no `crmCell` template shows it. */
  text?: (row: T) => string | number | null | undefined;
  width?: string;
  end?: boolean;
  /** Left out on a phone. */
  wideOnly?: boolean;
}

export function pageOf(filter: string, page: number, size: number, sorting: string): ListQuery {
  return { filter: filter || undefined, sorting: sorting || undefined, skipCount: (page - 1) * size, maxResultCount: size };
}

/** A column's heading pressed again and again: up, down, as the host likes it. */
export function sortedBy(now: string, field: string): string {
  if (now === field) return `${field} desc`;
  return now === `${field} desc` ? '' : field;
}

/** The host counts to 10,000; one more means «more than that». */
export function totalInWords(total: number, locale: string): string {
  return total > 10_000 ? `${(10_000).toLocaleString(locale)}+` : total.toLocaleString(locale);
}
