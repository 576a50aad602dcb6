import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked, viewChild } from '@angular/core';
import { rxResource, toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { LocalizationPipe, PermissionService } from '@abp/ng.core';
import { map } from 'rxjs';
import { commandsWhileHere } from '../commands/command-registry';
import { PageHeader } from '../kit/page-header';
import { StatusPill, type Tone } from '../kit/status-pill';
import { View } from '../kit/view';
import { ContactsService } from '../proxy/partners/contacts.service';
import { Composer } from './composer';
import { Facts } from './facts';
import { NextSteps } from './next-steps';
import { PracticeAnswer } from './practice-answer';
import { RecentContacts } from './recent';
import { Story } from './story';
import { TieMenu } from './tie-menu';
import { ToDo } from './to-do';
import { Twins } from './twins';

const tones: Record<string, Tone> = { Social: 'info', Email: 'info', Meeting: 'good', Partnership: 'good', Resting: 'neutral', Closed: 'neutral' };

/** Everything about one person, without tabs: facts on the left; what comes next above, what was below. */
@Component({
  selector: 'crm-contact-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, LocalizationPipe, Composer, Facts, NextSteps, PageHeader, PracticeAnswer, StatusPill, Story, TieMenu, ToDo, Twins, View],
  templateUrl: './contact-page.html',
  styleUrl: './contact-page.scss',
})
export class ContactPage {
  private readonly contacts = inject(ContactsService);
  private readonly router = inject(Router);
  private readonly permissions = inject(PermissionService);
  private readonly recent = inject(RecentContacts);
  private readonly composer = viewChild(Composer);
  private readonly steps = viewChild(NextSteps);
  private readonly toDo = viewChild(ToDo);
  protected readonly id = toSignal(inject(ActivatedRoute).paramMap.pipe(map(params => params.get('id')!)), { requireSync: true });
  protected readonly overview = rxResource({ params: () => this.id(), stream: ({ params }) => this.contacts.getOverview(params) });
  protected readonly held = computed(() => (this.overview.hasValue() ? this.overview.value() : undefined));
  protected readonly name = computed(() => [this.held()?.contact?.firstName, this.held()?.contact?.lastName].filter(Boolean).join(' '));
  protected readonly organisation = computed(() => { const { organisationId: id, organisationName: name } = this.held()?.contact ?? {}; return id ? { id, name: name ?? '' } : undefined; });
  /** Something happened on this page: whatever shows what happened looks again. */
  protected readonly happened = signal(0);
  protected readonly tones = tones;
  protected readonly mayEdit = this.permissions.getGrantedPolicy('PartnerCrm.Partners.Contacts.Update');
  protected readonly mayMerge = this.permissions.getGrantedPolicy('PartnerCrm.Partners.Contacts.Merge');
  protected readonly mayWrite = this.permissions.getGrantedPolicy('PartnerCrm.Engagement.Relationships.Edit');
  protected readonly seesRelationships = this.permissions.getGrantedPolicy('PartnerCrm.Engagement.Relationships');

  constructor() {
    // Somebody who was merged is somebody else now: the address follows.
    effect(() => { const now = this.held()?.contact?.id; if (now && this.overview.status() === 'resolved' && now !== this.id()) void this.router.navigate(['/contacts', now], { replaceUrl: true }); });
    effect(() => { if (this.name() && this.held()?.contact?.id === this.id()) untracked(() => this.recent.remember(this.id(), this.name())); });
    const write = (kind: 'note' | 'call' | 'meeting' | 'mail', title: string, icon: string, shortcut?: string) => ({
      id: `contact.${kind}`, title, group: 'here' as const, icon, shortcut, visible: () => this.mayWrite, run: () => this.composer()?.begin(kind),
    });
    commandsWhileHere([
      write('note', '::Contacts:Write:note', 'sticky', 'n'), write('call', '::Contacts:Write:call', 'telephone', 'c'),
      write('meeting', '::Contacts:Write:meeting', 'calendar-check', 'm'), write('mail', '::Contacts:Write:mail', 'envelope', 'r'),
      { id: 'contact.task', title: '::Contacts:AddTask', group: 'here', icon: 'check2-square', shortcut: 't', visible: () => this.mayWrite && !!this.held()?.relationship, run: () => this.toDo()?.begin() },
      { id: 'contact.edit', title: '::Contacts:Edit', group: 'here', icon: 'pencil', shortcut: 'e', visible: () => this.mayEdit, run: () => this.router.navigate(['/contacts', this.id(), 'edit']) },
      { id: 'contact.merge', title: '::Merge:Command', group: 'here', icon: 'intersect', visible: () => this.mayMerge, run: () => this.router.navigate(['/contacts', this.id(), 'merge']) },
      { id: 'contact.start', title: '::Contacts:Start', group: 'here', icon: 'play', shortcut: 's', visible: () => this.steps()?.canStart() ?? false, run: () => this.steps()?.ask() },
    ]);
  }

  protected refresh(): void {
    this.overview.reload();
    this.happened.update(times => times + 1);
  }
}
