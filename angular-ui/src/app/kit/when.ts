import { ChangeDetectionStrategy, Component, Pipe, computed, inject, input, type PipeTransform } from '@angular/core';
import { absolute, instantOf, relative } from './time';
import { Zone } from './zone';

/** A moment as a person says it («yesterday»), with the exact one on hover. */
@Component({
  selector: 'crm-when',
  changeDetection: ChangeDetectionStrategy.OnPush,
  styles: `:host { white-space: nowrap; }`,
  template: `@if (instant(); as instant) { <time [attr.datetime]="instant.toISOString()" [title]="exact()">{{ words() }}</time> }`,
})
export class When {
  private readonly here = inject(Zone);
  readonly at = input<string | Date | null>();
  protected readonly instant = computed(() => (this.at() ? instantOf(this.at()!) : undefined));
  protected readonly words = computed(() => relative(this.instant()!, new Date(), this.here.locale(), this.here.zone()));
  protected readonly exact = computed(() => absolute(this.instant()!, this.here.locale(), this.here.zone()));
}

/** `{{ rows | crmNumber }}`: a count as the person writes it. */
@Pipe({ name: 'crmNumber', pure: false })
export class NumberPipe implements PipeTransform {
  private readonly here = inject(Zone);

  transform(count: number): string {
    return this.here.number(count);
  }
}

/** `{{ meeting.startsAt | crmAt: 'time' }}`: a moment in the user's zone. */
@Pipe({ name: 'crmAt', pure: false })
export class AtPipe implements PipeTransform {
  private readonly here = inject(Zone);

  transform(at: string | Date | null | undefined, style: 'full' | 'date' | 'time' | 'day' = 'date'): string {
    return at ? absolute(instantOf(at), this.here.locale(), this.here.zone(), style) : '';
  }
}
