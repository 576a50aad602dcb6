import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, TemplateRef, computed, contentChild, input, linkedSignal, type Resource } from '@angular/core';
import { Failure } from './failure';
import { Skeleton } from './skeleton';

/**
 * Shows a resource: a skeleton while it first loads, a failure with retry, or its value. While it loads again, what was there stays.
 * `<crm-view [of]="contacts"><ng-template let-value>…</ng-template></crm-view>`
 */
@Component({
  selector: 'crm-view',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [NgTemplateOutlet, Failure, Skeleton],
  template: `
    @if (error(); as error) { <crm-failure [error]="error" (retry)="reload()" /> }
    @else if (held() !== undefined) { <ng-container [ngTemplateOutlet]="content()" [ngTemplateOutletContext]="{ $implicit: held() }" /> }
    @else { <crm-skeleton [rows]="rows()" /> }
  `,
  styles: `:host { display: block; }`,
})
export class View<T> {
  readonly of = input.required<Resource<T | undefined> & { reload?: () => boolean }>();
  readonly rows = input(6);
  protected readonly content = contentChild.required(TemplateRef);
  protected readonly error = computed(() => this.of().error());

  protected readonly held = linkedSignal<T | undefined, T | undefined>({
    source: () => (this.of().hasValue() ? this.of().value() : undefined),
    computation: (value, before) => value ?? before?.value,
  });

  protected reload(): void {
    this.of().reload?.();
  }
}
