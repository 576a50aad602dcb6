import type { PlaybookStep } from '../proxy/engagement';

interface Unsaved {
  name: string;
  description: string;
  steps: PlaybookStep[];
}

const keyOf = (id: string | undefined) => `partnercrm.plans.unsaved.${id ?? 'new'}`;

/** Changes that no version has yet outlive a reload of the page; they end with the tab. */
export function rememberUnsaved(id: string | undefined, unsaved: Unsaved): void {
  sessionStorage.setItem(keyOf(id), JSON.stringify(unsaved));
}

export function forgetUnsaved(id: string | undefined): void {
  sessionStorage.removeItem(keyOf(id));
}

export function unsavedOf(id: string | undefined): Unsaved | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(id)) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}
