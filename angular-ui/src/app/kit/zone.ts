import { Injectable, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ConfigStateService, SessionStateService } from '@abp/ng.core';
import { addDays, dayIn, fromField, morningOf, startOf } from './days';
import { regional } from './time';

/** The signed-in user's language and time zone: their setting, else the browser's. */
@Injectable({ providedIn: 'root' })
export class Zone {
  private readonly session = inject(SessionStateService);
  private readonly config = inject(ConfigStateService);
  private readonly language = toSignal(this.session.getLanguage$(), { initialValue: this.session.getLanguage() });
  private readonly timing = toSignal(this.config.getDeep$('timing.timeZone.iana.timeZoneName'));

  readonly locale = computed(() => regional(this.language(), navigator.languages));
  readonly zone = computed(() => (this.timing() as string | undefined) || Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC');

  /** A day of the person's calendar, as a field of dates has it: 0 is today. */
  dayFrom(days: number): string {
    return addDays(dayIn(new Date(), this.zone()), days);
  }

  /** What a field of dates says, to the host: when that day begins where the person is; or so many days later. */
  beginOf(day: string, daysLater = 0): string {
    return startOf(addDays(day, daysLater), this.zone()).toISOString();
  }

  /** What a field of dates says, to the host: the morning of that day, where the person is. */
  morningOf(day: string): string {
    return morningOf(day, this.zone()).toISOString();
  }

  /** What a field of dates and times says, to the host: by the person's clock. */
  momentOf(text: string): string {
    return fromField(text, this.zone()).toISOString();
  }

  /** A country by its ISO 3166 code, as the person's language calls it; what is no code stays as it is. */
  country(code: string): string {
    return /^[A-Z]{2}$/.test(code) ? new Intl.DisplayNames(this.locale(), { type: 'region' }).of(code) ?? code : code;
  }

  number(count: number): string {
    return count.toLocaleString(this.locale());
  }
}
