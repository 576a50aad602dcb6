import { ChangeDetectionStrategy, Component, inject, input, viewChild } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { Router, RouterLink } from '@angular/router';
import { LocalizationPipe, LocalizationService } from '@abp/ng.core';
import { catchError, forkJoin, map, throwError, type Observable } from 'rxjs';
import { commandsWhileHere } from '../commands/command-registry';
import { OurFailures } from '../host/failures';
import { Ask } from '../kit/ask';
import { oneAtATime } from '../kit/busy';
import { PageHeader } from '../kit/page-header';
import { isStale } from '../kit/sentence';
import { Toasts } from '../kit/toasts';
import { View } from '../kit/view';
import { AtPipe } from '../kit/when';
import { ApiClientsService } from '../proxy/host/api-clients.service';
import type { ApiClientDto } from '../proxy/host/models';
import { AccessFacts } from './access-facts';
import { ClientState } from './client-state';
import { besides, granted } from './granted';
import { SecretDialog } from './secret-dialog';

const quietly = { skipHandleError: true };

/** One system: how it gets its tokens, and what it may do with them. */
@Component({
  selector: 'crm-api-client-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, LocalizationPipe, AccessFacts, Ask, AtPipe, ClientState, PageHeader, SecretDialog, View],
  templateUrl: './api-client-page.html',
  styleUrl: './api-client-page.scss',
})
export class ApiClientPage {
  readonly id = input.required<string>();
  private readonly clients = inject(ApiClientsService);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly texts = inject(LocalizationService);
  private readonly failures = inject(OurFailures);
  private readonly once = oneAtATime();
  private readonly secret = viewChild.required<SecretDialog>('secret');
  protected readonly busy = this.once.busy;
  protected readonly client = rxResource({
    params: () => this.id(),
    stream: ({ params }) => forkJoin({ client: this.clients.get(params), choices: this.clients.getChoices() }).pipe(map(({ client, choices }) => ({
      ...client, groups: granted(choices.items ?? [], client.permissions), besides: besides(choices.items ?? [], client.permissions),
    }))),
  });

  constructor() {
    commandsWhileHere([
      { id: 'api-client.edit', title: '::Contacts:Edit', group: 'here', icon: 'pencil', shortcut: 'e', run: () => this.router.navigate(['/api-clients', this.id(), 'edit']) },
    ]);
  }

  protected async renew(client: ApiClientDto): Promise<void> {
    const renewed = await this.change(this.clients.renewSecret(client.id, { concurrencyStamp: client.concurrencyStamp }, quietly));
    this.client.reload();
    if (renewed) this.secret().show(renewed.value, client.displayName);
  }

  protected async remove(client: ApiClientDto): Promise<void> {
    if (!(await this.change(this.clients.delete(client.id, quietly)))) {
      this.client.reload();
      return;
    }
    this.toasts.done(this.texts.instant('::ApiClients:Deleted', client.displayName));
    await this.router.navigate(['/api-clients']);
  }

  /** Where somebody else changed it meanwhile, what is saved now is shown, to be decided about again. */
  private change<T>(asked: Observable<T>) {
    return this.once.run(() => asked.pipe(catchError((error: unknown) => {
      if (isStale(error)) this.toasts.failed(this.texts.instant('::Conflict:Title'));
      else this.failures.tell(error);
      return throwError(() => error);
    })));
  }
}
