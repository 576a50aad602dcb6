import { inject } from '@angular/core';
import { ConfigStateService } from '@abp/ng.core';
import { map, type Observable } from 'rxjs';

const seen = 'PartnerCrm.FirstRun.Seen';
const isPutAway = (words: string | undefined) => (words ?? '').split(' ').includes('Dismissed');

/** Whether the person has put the first steps away: until then signing in leads there. */
export function firstStepsArePutAway(): boolean {
  return isPutAway(inject(ConfigStateService).getSetting(seen));
}

export function firstStepsArePutAway$(): Observable<boolean> {
  return inject(ConfigStateService).getSetting$(seen).pipe(map(isPutAway));
}
