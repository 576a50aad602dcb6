import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, TemplateRef, computed, contentChild, input, type Resource } from '@angular/core';
import { againWhenBack } from '../host/connection';
import { Failure } from './failure';
import { holding } from './held';
import { isUnreachable } from './sentence';
import { Skeleton } from './skeleton';

/**
 * Shows a resource: a skeleton while it first loads, a failure with retry, or its value. While it loads again, what was there stays; also when that fails.
 * `<crm-view [of]="contacts"><ng-template let-value>…</ng-template></crm-view>`
 */
@Component({
  selector: 'crm-view',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [NgTemplateOutlet, Failure, Skeleton],
  template: `
    @if (told(); as error) { <crm-failure [error]="error" (retry)="reload()" /> }
    @if (stays()) { <ng-container [ngTemplateOutlet]="content()" [ngTemplateOutletContext]="{ $implicit: seen().value }" /> }
    @else if (!told()) { <crm-skeleton [rows]="rows()" /> }
  `,
  styles: `:host { display: block; } crm-failure { margin-bottom: 12px; }`,
})
export class View<T> {
  readonly of = input.required<Resource<T | undefined> & { reload?: () => boolean }>();
  readonly rows = input(6);
  protected readonly content = contentChild.required(TemplateRef);
  private readonly error = computed(() => this.of().error());

  protected readonly seen = holding(() => this.of());
  protected readonly stays = computed(() => this.seen().value !== undefined && (!this.error() || this.seen().isOfNow));
  /** Without a connection what is on the screen stays as it is; that there is none is said once, for all of it. */
  protected readonly told = computed(() => (this.stays() && isUnreachable(this.error()) ? undefined : this.error()));

  constructor() {
    againWhenBack(this.error, () => this.reload());
  }

  protected reload(): void {
    this.of().reload?.();
  }
}
