import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { Router, RouterLink } from '@angular/router';
import { ConfigStateService, LocalizationPipe, LocalizationService, PermissionService } from '@abp/ng.core';
import { switchMap } from 'rxjs';
import { Ask } from '../kit/ask';
import { oneAtATime } from '../kit/busy';
import { PageHeader } from '../kit/page-header';
import { StatusPill } from '../kit/status-pill';
import { Toasts } from '../kit/toasts';
import { View } from '../kit/view';
import { DemoDataService } from '../proxy/host/demo-data.service';
import { FirstRunsService } from '../proxy/host/first-runs.service';
import { RealMail } from './real-mail';

const where: Record<string, { link: string; icon: string; policy: string }> = {
  Practice: { link: '', icon: 'mortarboard', policy: '' },
  Import: { link: '/imports', icon: 'box-arrow-in-down', policy: 'PartnerCrm.Sources.Imports' },
  Pick: { link: '/imports', icon: 'person-check', policy: 'PartnerCrm.Sources.Imports.Pick' },
  Plan: { link: '/contacts', icon: 'signpost-split', policy: 'PartnerCrm.Engagement.Relationships' },
  Colleague: { link: '/identity/users', icon: 'person-plus', policy: 'AbpIdentity.Users' },
};

/** The first five steps of somebody new, what must be true before real mail, and the way out of practice. */
@Component({
  selector: 'crm-welcome',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, LocalizationPipe, Ask, PageHeader, RealMail, StatusPill, View],
  templateUrl: './welcome.html',
  styleUrl: './welcome.scss',
})
export class Welcome {
  private readonly firstRuns = inject(FirstRunsService);
  private readonly demoData = inject(DemoDataService);
  private readonly toasts = inject(Toasts);
  private readonly texts = inject(LocalizationService);
  private readonly router = inject(Router);
  private readonly permissions = inject(PermissionService);
  private readonly config = inject(ConfigStateService);
  private readonly once = oneAtATime();
  protected readonly busy = this.once.busy;
  protected readonly first = rxResource({ stream: () => this.firstRuns.get() });
  private readonly steps = computed(() => (this.first.hasValue() ? (this.first.value()?.steps ?? []) : []));
  protected readonly done = computed(() => this.steps().filter(step => step.isDone).length);
  /** The first one that is open has the primary button. */
  protected readonly next = computed(() => this.steps().find(step => !step.isDone)?.step);
  protected readonly mayCheck = this.permissions.getGrantedPolicy('PartnerCrm.Setup.Checks');
  protected readonly mayRemove = this.permissions.getGrantedPolicy('PartnerCrm.Setup.RemoveDemoData');

  protected link(step: string): string {
    return this.permissions.getGrantedPolicy(where[step].policy) || !where[step].policy ? where[step].link : '';
  }

  protected icon(step: string): string {
    return where[step].icon;
  }

  protected async read(): Promise<void> {
    if (await this.once.run(() => this.firstRuns.read())) this.first.reload();
  }

  protected async dismiss(): Promise<void> {
    if (!(await this.once.run(() => this.firstRuns.dismiss().pipe(switchMap(() => this.config.refreshAppState()))))) return;
    this.toasts.done(this.texts.instant('::Welcome:Dismissed'));
    await this.router.navigateByUrl('/today');
  }

  protected async removeDemoData(): Promise<void> {
    const done = await this.once.run(() => this.demoData.remove());
    if (!done) return;
    this.toasts.done(this.texts.instant('::Welcome:DemoRemoved'));
    this.first.reload();
  }
}
