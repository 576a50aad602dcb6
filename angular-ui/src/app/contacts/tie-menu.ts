import { ChangeDetectionStrategy, Component, ElementRef, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { RouterLink } from '@angular/router';
import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { LocalizationPipe, LocalizationService, PermissionService } from '@abp/ng.core';
import type { Observable } from 'rxjs';
import { commandsWhileHere } from '../commands/command-registry';
import { oneAtATime } from '../kit/busy';
import { Team } from '../kit/team';
import { Toasts } from '../kit/toasts';
import { Zone } from '../kit/zone';
import { HoldsService } from '../proxy/clearance/holds.service';
import { HoldScope } from '../proxy/contracts/hold-scope.enum';
import type { RelationshipOverview } from '../proxy/contracts/models';
import { RelationshipsService } from '../proxy/engagement/relationships.service';
import { deedIcons, deedsFor, type Deed } from './deeds';

const daysUntilReview = 14;

/** What one may do with a person beside writing: hand over, rest, close, hold, merge. Each says what it needs in one dialog. */
@Component({
  selector: 'crm-tie-menu',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ReactiveFormsModule, RouterLink, CdkMenu, CdkMenuItem, CdkMenuTrigger, LocalizationPipe],
  templateUrl: './tie-menu.html',
  styleUrl: './tie-menu.scss',
})
export class TieMenu {
  readonly contactId = input.required<string>();
  readonly name = input.required<string>();
  readonly relationship = input<RelationshipOverview>();
  readonly organisation = input<{ id: string; name: string }>();
  readonly changed = output();
  private readonly relationships = inject(RelationshipsService);
  private readonly holds = inject(HoldsService);
  private readonly toasts = inject(Toasts);
  private readonly texts = inject(LocalizationService);
  private readonly permissions = inject(PermissionService);
  private readonly zone = inject(Zone);
  private readonly once = oneAtATime();
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  protected readonly team = inject(Team);
  protected readonly busy = this.once.busy;
  protected readonly mayMerge = this.permissions.getGrantedPolicy('PartnerCrm.Partners.Contacts.Merge');
  private readonly rights = {
    mayEdit: this.permissions.getGrantedPolicy('PartnerCrm.Engagement.Relationships.Edit'), mayHold: this.permissions.getGrantedPolicy('PartnerCrm.Clearance.Holds.Place'),
  };
  protected readonly icons = deedIcons;
  protected readonly tomorrow = this.zone.dayFrom(1);
  protected readonly deeds = computed(() => deedsFor(this.relationship(), this.rights));
  protected readonly asked = signal<Deed | undefined>(undefined);
  protected readonly tried = signal(false);
  protected readonly needsReason = computed(() => this.asked() !== 'handOver');
  protected readonly others = computed(() => this.team.all().filter(each => each.id !== this.relationship()?.ownerId));
  protected readonly form = inject(NonNullableFormBuilder).group({ ownerId: '', scope: HoldScope.Contact as HoldScope, until: '', reason: '' });

  constructor() {
    commandsWhileHere((Object.keys(deedIcons) as Deed[]).map(deed => ({
      id: `contact.${deed}`, title: `::Contacts:Deed:${deed}`, group: 'here' as const, icon: deedIcons[deed], visible: () => this.deeds().includes(deed), run: () => this.ask(deed),
    })));
  }

  protected ask(deed: Deed): void {
    this.form.reset({ until: deed === 'hold' ? this.zone.dayFrom(daysUntilReview) : deed === 'rest' ? this.zone.dayFrom(90) : '', scope: HoldScope.Contact, reason: '', ownerId: '' });
    this.tried.set(false);
    this.asked.set(deed);
    // Drawn first, so that the focus goes into it.
    setTimeout(() => this.dialog().nativeElement.showModal());
  }

  protected putAway(): void {
    this.dialog().nativeElement.close();
  }

  protected async carryOut(): Promise<void> {
    this.tried.set(true);
    const deed = this.asked()!;
    const { ownerId, reason, until } = this.form.getRawValue();
    if (this.needsReason() ? !reason.trim() : !ownerId) return;
    if (deed === 'rest' && !until) return;
    const before = this.relationship();
    const done = await this.once.run(() => this.deedOf(deed, before?.id ?? ''));
    if (!done) return;
    this.putAway();
    this.toasts.done(this.texts.instant(`::Contacts:DeedDone:${deed}`, this.team.nameOf(ownerId)), this.undoOf(deed, before, done.value));
    this.changed.emit();
  }

  private deedOf(deed: Deed, id: string): Observable<unknown> {
    const { ownerId, scope, until } = this.form.getRawValue();
    const reason = this.form.getRawValue().reason.trim();
    switch (deed) {
      case 'handOver': return this.relationships.handOver(id, { ownerId });
      case 'rest': return this.relationships.rest(id, { until: this.zone.morningOf(until), reason });
      case 'wake': return this.relationships.wake(id, { reason });
      case 'close': return this.relationships.close(id, { reason });
      case 'reopen': return this.relationships.reopen(id, { reason });
      case 'hold': return this.holds.create({ scope, targetId: scope === HoldScope.Contact ? this.contactId() : this.organisation()!.id, reason, until: until ? this.zone.morningOf(until) : null });
    }
  }

  /** What a plan did can't be taken back with the bond, so closing and resting only open it again. */
  private undoOf(deed: Deed, before: RelationshipOverview | undefined, made: unknown): (() => Promise<void>) | undefined {
    const slip = { reason: this.texts.instant('::Contacts:Slip') };
    const back: Partial<Record<Deed, () => Observable<unknown>>> = {
      handOver: () => this.relationships.handOver(before!.id!, { ownerId: before!.ownerId! }),
      rest: () => this.relationships.wake(before!.id!, slip),
      close: () => this.relationships.reopen(before!.id!, slip),
      reopen: () => this.relationships.close(before!.id!, { reason: before!.closedBecause || slip.reason }),
      hold: () => this.holds.lift((made as { id: string }).id),
    };
    const undo = back[deed];
    return undo && (async () => {
      await this.once.run(undo);
      this.changed.emit();
    });
  }
}
