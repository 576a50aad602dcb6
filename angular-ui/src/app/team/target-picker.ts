import { ChangeDetectionStrategy, Component, computed, effect, inject, input, model, signal, untracked } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { LocalizationPipe } from '@abp/ng.core';
import { map, of, type Observable } from 'rxjs';
import { HoldScope } from '../proxy/contracts';
import { ContactsService, OrganisationsService } from '../proxy/partners';

export interface Target {
  id: string;
  name: string;
  hint?: string | null;
}

const shownAtOnce = 6;

/** Finds the person or organisation while one types: arrows and Enter choose. */
@Component({
  selector: 'crm-target-picker',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LocalizationPipe],
  template: `
    <label class="form-label" for="crm-target">{{ '::Team:Scope:' + scope() | abpLocalization }}</label>
    <div class="box">
      <input id="crm-target" type="text" role="combobox" maxlength="200" class="form-control" autofocus autocomplete="off" aria-autocomplete="list" aria-controls="crm-target-list" aria-describedby="crm-target-missing"
        [attr.aria-expanded]="isOpen()" [attr.aria-activedescendant]="isOpen() ? 'crm-target-' + active() : null" [attr.aria-invalid]="isMissing()"
        [value]="target()?.name ?? text()" (input)="write($any($event.target).value)" (keydown)="press($event)" (blur)="close()">
      @if (isOpen()) {
        <div id="crm-target-list" role="listbox" [attr.aria-label]="'::Team:Scope:' + scope() | abpLocalization">
          @for (each of items(); track each.id; let at = $index) {
            <div role="option" [id]="'crm-target-' + at" [attr.aria-selected]="at === active()" [class.active]="at === active()" (mousedown)="$event.preventDefault(); choose(each)"><b>{{ each.name }}</b> <span class="soft">{{ each.hint }}</span></div>
          }
        </div>
      }
    </div>
    <p id="crm-target-missing" class="missing" role="alert">@if (isMissing()) { {{ '::Team:TargetMissing' | abpLocalization }} } @else if (text() && !target() && found.hasValue() && !items().length && !found.isLoading()) { {{ '::Commands:Nothing' | abpLocalization }} }</p>
  `,
  styles: `
    .box { position: relative; }
    [role=combobox]:focus-visible { outline: 2px solid var(--crm-accent) !important; }
    [role=listbox] { position: absolute; z-index: 1; inset: calc(100% + 4px) 0 auto; padding: 4px; border: 1px solid var(--crm-line-strong); border-radius: 8px; background: var(--crm-paper); box-shadow: var(--crm-shadow-over); }
    [role=option] { padding: 6px 8px; border-radius: 4px; cursor: pointer; }
    [role=option] b { font-weight: 500; }
    .active { background: var(--crm-hover); }
    .missing { margin: 0; font-size: 12px; color: var(--crm-bad); }
  `,
})
export class TargetPicker {
  readonly scope = input.required<HoldScope>();
  readonly isMissing = input(false);
  readonly target = model<Target | undefined>();

  private readonly contacts = inject(ContactsService);
  private readonly organisations = inject(OrganisationsService);
  protected readonly text = signal('');
  private readonly asked = signal('');
  protected readonly active = signal(0);
  private readonly closed = signal(false);
  protected readonly found = rxResource({ params: () => ({ scope: this.scope(), text: this.asked() }), stream: ({ params }) => this.find(params.scope, params.text) });
  protected readonly items = computed(() => (this.found.hasValue() ? this.found.value() : []));
  protected readonly isOpen = computed(() => !this.target() && !this.closed() && !!this.asked() && this.items().length > 0);
  /** The list is that of what is typed; until then nobody is chosen from it, and Enter waits. */
  private readonly isOfNow = computed(() => !!this.target() || (this.text().trim() === this.asked() && !this.found.isLoading()));
  private readonly entered = signal(false);
  private typed?: ReturnType<typeof setTimeout>;

  constructor() {
    effect(() => {
      const chosen = this.entered() && this.isOfNow() && this.isOpen() ? this.items()[this.active()] : undefined;
      if (chosen) untracked(() => this.choose(chosen));
    });
    effect(() => { this.scope(); untracked(() => { this.text.set(''); this.asked.set(''); }); });
  }

  protected write(text: string): void {
    this.target.set(undefined);
    this.entered.set(false);
    this.text.set(text);
    this.closed.set(false);
    this.active.set(0);
    clearTimeout(this.typed);
    this.typed = setTimeout(() => this.asked.set(text.trim()), 120);
  }

  protected press(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !this.isOfNow()) {
      event.preventDefault();
      this.entered.set(true);
      return;
    }
    if (!this.isOpen()) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const by = event.key === 'ArrowDown' ? 1 : -1;
      this.active.update(at => (at + by + this.items().length) % this.items().length);
    } else if (event.key === 'Enter') this.choose(this.items()[this.active()]);
    else if (event.key === 'Escape') this.closed.set(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  protected choose(target: Target): void {
    this.entered.set(false);
    this.target.set(target);
    this.text.set(target.name);
  }

  protected close(): void {
    this.entered.set(false);
    this.closed.set(true);
  }

  private find(scope: HoldScope, text: string): Observable<Target[]> {
    if (!text || scope === HoldScope.Everything) return of([]);
    const query = { filter: text, skipCount: 0, maxResultCount: shownAtOnce };
    return scope === HoldScope.Contact
      ? this.contacts.getList(query).pipe(map(page => (page.items ?? []).map(each => ({ id: each.id, name: `${each.firstName} ${each.lastName}`.trim(), hint: each.organisationName }))))
      : this.organisations.getList(query).pipe(map(page => (page.items ?? []).map(each => ({ id: each.id, name: each.name, hint: each.country }))));
  }
}
