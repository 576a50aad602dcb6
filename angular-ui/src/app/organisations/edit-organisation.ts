import { ChangeDetectionStrategy, Component, effect, inject, signal, untracked } from '@angular/core';
import { FormArray, FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { rxResource, takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { LocalizationPipe, LocalizationService } from '@abp/ng.core';
import { catchError, map, of, throwError } from 'rxjs';
import { OurFailures } from '../host/failures';
import { oneAtATime } from '../kit/busy';
import { Conflict, type Difference } from '../kit/conflict';
import { IsBack } from '../kit/is-back';
import { PageHeader } from '../kit/page-header';
import { isStale } from '../kit/sentence';
import { Team } from '../kit/team';
import { Toasts } from '../kit/toasts';
import { Unsaved } from '../kit/unsaved';
import { View } from '../kit/view';
import { SubscriberType } from '../proxy/contracts/subscriber-type.enum';
import type { OrganisationDto } from '../proxy/partners/models';
import { OrganisationsService } from '../proxy/partners/organisations.service';

const ownerForm = (purpose = '', userId = '') => new FormGroup({ purpose: new FormControl(purpose, { nonNullable: true }), userId: new FormControl(userId, { nonNullable: true }) });

interface Written {
  values: Omit<Partial<OrganisationDto>, 'domains'> & { domains: string };
  /** Of the organisation that they were made from. */
  stamp?: string | null;
}

const what = 'organisation';

/** An organisation's name, kind, domains, and who of us holds it for what. */
@Component({
  selector: 'crm-edit-organisation',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ReactiveFormsModule, RouterLink, Conflict, IsBack, LocalizationPipe, PageHeader, View],
  templateUrl: './edit-organisation.html',
  styleUrl: './edit-organisation.scss',
})
export class EditOrganisation {
  private readonly organisations = inject(OrganisationsService);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly texts = inject(LocalizationService);
  private readonly failures = inject(OurFailures);
  private readonly unsaved = inject(Unsaved);
  private readonly once = oneAtATime();
  protected readonly team = inject(Team);
  protected readonly busy = this.once.busy;
  protected readonly kinds = [SubscriberType.Unknown, SubscriberType.Corporate, SubscriberType.Individual];
  protected readonly id = toSignal(inject(ActivatedRoute).paramMap.pipe(map(params => params.get('id'))), { requireSync: true });
  protected readonly before = rxResource({ params: () => ({ id: this.id() }), stream: ({ params }) => (params.id ? this.organisations.get(params.id) : of({} as OrganisationDto)) });
  /** What a colleague saved meanwhile. */
  protected readonly theirs = signal<OrganisationDto | undefined>(undefined);
  protected readonly isBack = signal(false);
  protected readonly tried = signal(false);
  protected readonly form = new FormGroup({
    name: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(200)] }),
    country: new FormControl('', { nonNullable: true, validators: [Validators.pattern(/^[A-Za-z]{2}$/)] }),
    subscriberType: new FormControl<SubscriberType>(SubscriberType.Unknown, { nonNullable: true }),
    domains: new FormControl('', { nonNullable: true }),
    leadOwnerId: new FormControl('', { nonNullable: true }),
    owners: new FormArray<ReturnType<typeof ownerForm>>([]),
  });

  constructor() {
    effect(() => {
      const before = this.before.hasValue() ? this.before.value() : undefined;
      if (before) untracked(() => this.open(before));
    });
    this.form.valueChanges.pipe(takeUntilDestroyed()).subscribe(() => {
      const stamp = (this.theirs() ?? this.before.value())?.concurrencyStamp;
      if (this.form.dirty) this.unsaved.remember(what, this.id(), { values: this.form.getRawValue() as Written['values'], stamp } satisfies Written);
    });
  }

  protected addOwner(): void {
    this.form.controls.owners.push(ownerForm());
  }

  protected async save(): Promise<void> {
    this.tried.set(true);
    if (this.form.invalid) return;
    const value = this.form.getRawValue();
    const input = {
      name: value.name.trim(), country: value.country.trim() || null, subscriberType: value.subscriberType, leadOwnerId: value.leadOwnerId || null,
      domains: value.domains.split(/[\s,;]+/).filter(Boolean), owners: value.owners.filter(owner => owner.purpose.trim() && owner.userId), concurrencyStamp: (this.theirs() ?? this.before.value())?.concurrencyStamp,
    };
    const id = this.id();
    const quietly = { skipHandleError: true };
    const done = await this.once.run(() => (id ? this.organisations.update(id, input, quietly) : this.organisations.create(input, quietly)).pipe(catchError((error: unknown) => {
      if (id && isStale(error)) this.organisations.get(id).subscribe(theirs => this.theirs.set(theirs));
      else this.failures.tell(error);
      return throwError(() => error);
    })));
    if (!done) return;
    this.forget();
    this.toasts.done(this.texts.instant('::Contacts:Saved', input.name));
    await this.router.navigate(['/organisations', done.value.id]);
  }

  protected differing(): Difference[] {
    const theirs = this.theirs() ?? {} as OrganisationDto;
    const mine = this.form.getRawValue();
    const kind = (of?: SubscriberType) => this.texts.instant(`::Organisations:Kind:${of ?? SubscriberType.Unknown}`);
    const owners = (of: readonly { purpose?: string | null; userId?: string }[]) => of.filter(each => each.purpose?.trim() && each.userId).map(each => `${each.purpose}: ${this.team.nameOf(each.userId)}`).join('\n');
    return [
      { field: '::Organisations:Name', theirs: theirs.name ?? '', mine: mine.name },
      { field: '::Contacts:Country', theirs: theirs.country ?? '', mine: mine.country },
      { field: '::Organisations:Kind', theirs: kind(theirs.subscriberType), mine: kind(mine.subscriberType) },
      { field: '::Organisations:Domains', theirs: (theirs.domains ?? []).join(', '), mine: mine.domains },
      { field: '::Organisations:Lead', theirs: this.team.nameOf(theirs.leadOwnerId), mine: this.team.nameOf(mine.leadOwnerId) },
      { field: '::Organisations:Owners', theirs: owners(theirs.owners ?? []), mine: owners(mine.owners) },
    ];
  }

  protected takeTheirs(): void {
    const theirs = this.theirs()!;
    this.forget();
    this.before.set(theirs);
    this.fill(theirs);
    this.theirs.set(undefined);
  }

  /** What was written here and not saved goes: by saving, or by choice. */
  protected forget(): void {
    this.unsaved.forget(what, this.id());
    this.isBack.set(false);
  }

  protected discard(): void {
    this.forget();
    this.theirs.set(undefined);
    this.fill(this.before.value()!);
  }

  private open(organisation: OrganisationDto): void {
    this.fill(organisation);
    const kept = this.unsaved.of<Written>(what, this.id());
    if (!kept) return;
    this.fill({ ...kept.values, domains: [kept.values.domains] });
    this.form.markAsDirty();
    this.isBack.set(true);
    if (kept.stamp !== organisation.concurrencyStamp) this.theirs.set(organisation);
  }

  private fill(it: Partial<OrganisationDto>): void {
    this.form.controls.owners.clear({ emitEvent: false });
    for (const owner of it.owners ?? []) this.form.controls.owners.push(ownerForm(owner.purpose ?? '', owner.userId), { emitEvent: false });
    this.form.reset({
      name: it.name ?? '', country: it.country ?? '', subscriberType: it.subscriberType ?? SubscriberType.Unknown, domains: (it.domains ?? []).join(', '), leadOwnerId: it.leadOwnerId ?? '',
      owners: (it.owners ?? []).map(owner => ({ purpose: owner.purpose ?? '', userId: owner.userId })),
    }, { emitEvent: false });
  }
}
