import { ChangeDetectionStrategy, Component, ElementRef, computed, effect, inject, input, linkedSignal, model, signal, untracked, viewChild } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { LocalizationPipe } from '@abp/ng.core';
import { catchError, map, of } from 'rxjs';
import { ContactsService, type ContactRow } from '../proxy/partners';

export interface PickedContact {
  id: string;
  name: string;
  organisation?: string | null;
}

let count = 0;

/** A field that finds a contact by name while typing: a combobox with a list, by keys and by pointer. */
@Component({
  selector: 'crm-contact-picker',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LocalizationPipe],
  template: `
    <i class="bi bi-person" aria-hidden="true"></i>
    <input
      #field type="text" class="form-control" role="combobox" maxlength="200" autocomplete="off" spellcheck="false" aria-autocomplete="list"
      [attr.aria-label]="label()" [attr.aria-controls]="id" [attr.aria-expanded]="open()" [attr.aria-activedescendant]="open() && found().length ? id + active() : null"
      [placeholder]="'::ContactPicker:Ask' | abpLocalization" [value]="text()"
      (focus)="field.select(); begin()" (input)="ask($any($event.target).value)" (keydown)="press($event)" (blur)="leave()">
    @if (open()) {
      <div class="list" role="listbox" [id]="id" [attr.aria-label]="label()">
        @for (contact of found(); track contact.id; let index = $index) {
          <div role="option" [id]="id + index" [attr.aria-selected]="index === active()" [class.active]="index === active()" (mousedown)="$event.preventDefault()" (click)="choose(contact)">
            <b><bdi>{{ contact.firstName }} {{ contact.lastName }}</bdi></b><span><bdi>{{ contact.organisationName }}</bdi></span>
          </div>
        }
      </div>
      @if (!found().length && !search.isLoading()) { <p class="none" role="status">{{ '::ContactPicker:Nothing' | abpLocalization }}</p> }
    }
  `,
  styles: `
    :host { position: relative; display: block; }
    i { position: absolute; left: 10px; top: 16px; translate: 0 -50%; color: var(--crm-soft); pointer-events: none; }
    input { padding-left: 32px; }
    input.form-control[role=combobox]:focus-visible { outline: 2px solid var(--crm-accent) !important; }
    .list, .none { position: absolute; z-index: 20; inset: calc(100% + 4px) 0 auto 0; margin: 0; padding: 4px; max-height: 320px; overflow-y: auto; border: 1px solid var(--crm-line-strong); border-radius: 8px; background: var(--crm-paper); box-shadow: var(--crm-shadow-over); }
    .list:empty { display: none; }
    .none { padding: 12px; color: var(--crm-soft); }
    .list > div { display: flex; gap: 8px; align-items: baseline; min-height: 36px; padding: 8px; border-radius: 4px; cursor: pointer; }
    .list > div.active { background: var(--crm-accent-faint); }
    b { font-weight: 500; white-space: nowrap; }
    span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; color: var(--crm-soft); }
  `,
})
export class ContactPicker {
  private readonly contacts = inject(ContactsService);
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  readonly label = input.required<string>();
  readonly picked = model<PickedContact>();

  protected readonly id = `crm-contact-picker-${++count}-`;
  protected readonly text = linkedSignal(() => this.picked()?.name ?? '');
  protected readonly open = signal(false);
  /** What is typed, and what of it the host was asked for. */
  private readonly typed = signal('');
  private readonly filter = signal('');
  protected readonly search = rxResource({
    params: () => (this.open() ? { filter: this.filter() } : undefined),
    stream: ({ params }) => this.contacts.getList({ filter: params.filter || undefined, maxResultCount: 8, skipCount: 0 }).pipe(map(page => page.items ?? []), catchError(() => of([]))),
  });
  protected readonly found = linkedSignal<ContactRow[] | undefined, ContactRow[]>({
    source: () => (this.search.hasValue() ? this.search.value() : undefined),
    computation: (rows, before) => rows ?? before?.value ?? [],
  });
  protected readonly active = linkedSignal(() => (this.found(), 0));
  /** While the answer to what is typed is on its way, the list is that of something else: nobody is chosen from it, and Enter waits. */
  protected readonly chosen = computed(() => (this.typed() === this.filter() && this.search.hasValue() ? this.found()[this.active()] : undefined));
  private readonly entered = signal(false);
  private timer?: ReturnType<typeof setTimeout>;

  constructor() {
    effect(() => {
      const chosen = this.entered() && this.open() ? this.chosen() : undefined;
      if (chosen) untracked(() => this.choose(chosen));
    });
  }

  focus(): void {
    this.field().nativeElement.focus();
  }

  protected begin(): void {
    this.typed.set('');
    this.filter.set('');
    this.open.set(true);
  }

  protected ask(text: string): void {
    this.text.set(text);
    this.typed.set(text.trim());
    this.entered.set(false);
    this.open.set(true);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.filter.set(this.typed()), 120);
  }

  protected press(event: KeyboardEvent): void {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps) {
      if (!this.open()) this.begin();
      else this.active.update(at => Math.max(0, Math.min(this.found().length - 1, at + steps[event.key])));
    } else if (event.key === 'Enter' && this.open()) this.entered.set(true);
    else if (event.key === 'Escape' && this.open()) this.leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  protected choose(contact: ContactRow): void {
    this.picked.set({ id: contact.id!, name: `${contact.firstName ?? ''} ${contact.lastName ?? ''}`.trim(), organisation: contact.organisationName });
    this.leave();
  }

  protected leave(): void {
    this.entered.set(false);
    this.open.set(false);
    this.text.set(this.picked()?.name ?? '');
  }
}
