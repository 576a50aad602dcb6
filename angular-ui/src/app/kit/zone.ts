import { Injectable, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ConfigStateService, SessionStateService } from '@abp/ng.core';
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
}
