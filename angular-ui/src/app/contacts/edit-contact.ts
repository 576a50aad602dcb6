import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { rxResource, toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { LocalizationPipe, LocalizationService } from '@abp/ng.core';
import { map, of } from 'rxjs';
import { commandsWhileHere } from '../commands/command-registry';
import { Conflict, type Difference } from '../kit/conflict';
import { editing } from '../kit/editing';
import { IsBack } from '../kit/is-back';
import { PageHeader } from '../kit/page-header';
import { Toasts } from '../kit/toasts';
import { View } from '../kit/view';
import { ContactsService } from '../proxy/partners/contacts.service';
import type { ContactDto } from '../proxy/partners/models';

const text = (most: number) => new FormControl('', { nonNullable: true, validators: [Validators.maxLength(most)] });

/** Somebody new by hand, or what is known of somebody changed. An edit that met another one shows both. */
@Component({
  selector: 'crm-edit-contact',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ReactiveFormsModule, RouterLink, Conflict, IsBack, LocalizationPipe, PageHeader, View],
  templateUrl: './edit-contact.html',
  styleUrl: './edit-contact.scss',
})
export class EditContact {
  private readonly contacts = inject(ContactsService);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly texts = inject(LocalizationService);
  private readonly route = inject(ActivatedRoute);
  protected readonly id = toSignal(this.route.paramMap.pipe(map(params => params.get('id'))), { requireSync: true });
  protected readonly before = rxResource({ params: () => ({ id: this.id() }), stream: ({ params }) => (params.id ? this.contacts.get(params.id) : of({} as ContactDto)) });
  protected readonly tried = signal(false);
  protected readonly fields = [
    { key: 'firstName', type: 'text', most: 100 }, { key: 'lastName', type: 'text', most: 100 }, { key: 'email', type: 'email', most: 254 }, { key: 'phone', type: 'tel', most: 50 },
    { key: 'position', type: 'text', most: 200 }, { key: 'organisationName', type: 'text', most: 200 }, { key: 'profileUrl', type: 'url', most: 300 }, { key: 'country', type: 'text', most: 2 },
    { key: 'language', type: 'text', most: 20 },
  ] as const;
  protected readonly form = new FormGroup({
    firstName: text(100), lastName: text(100), email: new FormControl('', { nonNullable: true, validators: [Validators.email] }), phone: text(50), position: text(200), organisationName: text(200),
    profileUrl: text(300), country: new FormControl('', { nonNullable: true, validators: [Validators.pattern(/^[A-Za-z]{2}$/)] }), language: text(20),
  });
  protected readonly edited = editing<ContactDto, Partial<ReturnType<typeof valuesOf>>>({
    what: 'contact', id: this.id, before: this.before, form: this.form,
    read: id => this.contacts.get(id), fill: contact => this.fill(contact), restore: values => this.form.patchValue(values, { emitEvent: false }),
    isAfresh: () => this.route.snapshot.queryParamMap.has('name'),
  });
  protected readonly heading = computed(() => (this.id() ? '::Contacts:EditOf' : '::Contacts:Create'));
  protected readonly name = computed(() => { const of = this.before.hasValue() ? this.before.value() : undefined; return `${of?.firstName ?? ''} ${of?.lastName ?? ''}`.trim(); });

  constructor() {
    commandsWhileHere([{ id: 'contact.save', title: '::Contacts:Save', group: 'here', icon: 'check2', shortcut: 'mod+enter', run: () => this.save() }]);
  }

  protected wrong(key: keyof EditContact['form']['controls']): boolean {
    const control = this.form.controls[key];
    return control.invalid && control.touched;
  }

  protected isNameless(): boolean {
    const { firstName, lastName } = this.form.getRawValue();
    return !`${firstName}${lastName}`.trim();
  }

  protected async save(): Promise<void> {
    this.form.markAllAsTouched();
    this.tried.set(true);
    const value = this.form.getRawValue();
    if (this.form.invalid || this.isNameless()) return;
    const base = this.edited.base();
    const given = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, each.trim() || null]));
    const same = value.organisationName.trim() === (base?.organisationName ?? '');
    const input = { ...given, firstName: value.firstName.trim(), lastName: value.lastName.trim(), timeZone: base?.timeZone, organisationId: same ? base?.organisationId : null, concurrencyStamp: base?.concurrencyStamp };
    const id = this.id();
    const quietly = { skipHandleError: true };
    const saved = await this.edited.save(() => (id ? this.contacts.update(id, input, quietly) : this.contacts.create(input as never, quietly)));
    if (!saved) return;
    this.toasts.done(this.texts.instant(id ? '::Contacts:Saved' : '::Contacts:Created', `${value.firstName} ${value.lastName}`.trim()));
    await this.router.navigate(['/contacts', saved.id]);
  }

  protected differing(): Difference[] {
    const theirs = valuesOf(this.edited.theirs() ?? {});
    const mine = this.form.getRawValue();
    return this.fields.map(({ key }) => ({ field: `::Contacts:Field:${key}`, mine: mine[key], theirs: theirs[key] }));
  }

  private fill(contact: ContactDto): void {
    const given = this.id() ? {} : { firstName: this.route.snapshot.queryParamMap.get('name')?.split(' ').slice(0, -1).join(' ') ?? '', lastName: this.route.snapshot.queryParamMap.get('name')?.split(' ').at(-1) ?? '' };
    this.form.reset({ ...valuesOf(contact), ...given }, { emitEvent: false });
  }
}

function valuesOf(contact: Partial<ContactDto>) {
  return {
    firstName: contact.firstName ?? '', lastName: contact.lastName ?? '', email: contact.email ?? '', phone: contact.phone ?? '', position: contact.position ?? '', organisationName: contact.organisationName ?? '',
    profileUrl: contact.profiles?.find(each => each.channel === 'LinkedIn')?.url ?? '', country: contact.country ?? '', language: contact.language ?? '',
  };
}
