import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormArray, FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { rxResource, toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { LocalizationPipe, LocalizationService } from '@abp/ng.core';
import { map, of } from 'rxjs';
import { Conflict, type Difference } from '../kit/conflict';
import { editing } from '../kit/editing';
import { IsBack } from '../kit/is-back';
import { PageHeader } from '../kit/page-header';
import { Team } from '../kit/team';
import { Toasts } from '../kit/toasts';
import { View } from '../kit/view';
import { SubscriberType } from '../proxy/contracts/subscriber-type.enum';
import type { OrganisationDto } from '../proxy/partners/models';
import { OrganisationsService } from '../proxy/partners/organisations.service';

const ownerForm = (purpose = '', userId = '') => new FormGroup({ purpose: new FormControl(purpose, { nonNullable: true }), userId: new FormControl(userId, { nonNullable: true }) });

type Values = Omit<Partial<OrganisationDto>, 'domains'> & { domains: string };

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
  protected readonly team = inject(Team);
  protected readonly kinds = [SubscriberType.Unknown, SubscriberType.Corporate, SubscriberType.Individual];
  protected readonly id = toSignal(inject(ActivatedRoute).paramMap.pipe(map(params => params.get('id'))), { requireSync: true });
  protected readonly before = rxResource({ params: () => ({ id: this.id() }), stream: ({ params }) => (params.id ? this.organisations.get(params.id) : of({} as OrganisationDto)) });
  protected readonly tried = signal(false);
  protected readonly form = new FormGroup({
    name: new FormControl('', { nonNullable: true, validators: [Validators.required, Validators.maxLength(200)] }),
    country: new FormControl('', { nonNullable: true, validators: [Validators.pattern(/^[A-Za-z]{2}$/)] }),
    subscriberType: new FormControl<SubscriberType>(SubscriberType.Unknown, { nonNullable: true }),
    domains: new FormControl('', { nonNullable: true }),
    leadOwnerId: new FormControl('', { nonNullable: true }),
    owners: new FormArray<ReturnType<typeof ownerForm>>([]),
  });

  protected readonly edited = editing<OrganisationDto, Values>({
    what: 'organisation', id: this.id, before: this.before, form: this.form,
    read: id => this.organisations.get(id), fill: organisation => this.fill(organisation), restore: values => this.fill({ ...values, domains: [values.domains] }),
  });

  protected addOwner(): void {
    this.form.controls.owners.push(ownerForm());
  }

  protected async save(): Promise<void> {
    this.tried.set(true);
    if (this.form.invalid) return;
    const value = this.form.getRawValue();
    const input = {
      name: value.name.trim(), country: value.country.trim() || null, subscriberType: value.subscriberType, leadOwnerId: value.leadOwnerId || null,
      domains: value.domains.split(/[\s,;]+/).filter(Boolean), owners: value.owners.filter(owner => owner.purpose.trim() && owner.userId), concurrencyStamp: this.edited.base()?.concurrencyStamp,
    };
    const id = this.id();
    const quietly = { skipHandleError: true };
    const saved = await this.edited.save(() => (id ? this.organisations.update(id, input, quietly) : this.organisations.create(input, quietly)));
    if (!saved) return;
    this.toasts.done(this.texts.instant('::Contacts:Saved', input.name));
    await this.router.navigate(['/organisations', saved.id]);
  }

  protected differing(): Difference[] {
    const theirs = this.edited.theirs() ?? {} as OrganisationDto;
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

  private fill(it: Partial<OrganisationDto>): void {
    this.form.controls.owners.clear({ emitEvent: false });
    for (const owner of it.owners ?? []) this.form.controls.owners.push(ownerForm(owner.purpose ?? '', owner.userId), { emitEvent: false });
    this.form.reset({
      name: it.name ?? '', country: it.country ?? '', subscriberType: it.subscriberType ?? SubscriberType.Unknown, domains: (it.domains ?? []).join(', '), leadOwnerId: it.leadOwnerId ?? '',
      owners: (it.owners ?? []).map(owner => ({ purpose: owner.purpose ?? '', userId: owner.userId })),
    }, { emitEvent: false });
  }
}
