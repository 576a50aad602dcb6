import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { keyCaps } from './keys';

/** A shortcut as keys to press. */
@Component({
  selector: 'crm-key-caps',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@for (cap of caps(); track $index) { <kbd>{{ cap }}</kbd> }`,
  host: { class: 'key-caps' },
})
export class KeyCaps {
  readonly keys = input.required<string>();
  protected readonly caps = computed(() => keyCaps(this.keys()));
}
