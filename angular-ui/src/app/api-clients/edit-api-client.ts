import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked, viewChild } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder, ReactiveFormsModule, Validators } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { LocalizationPipe, LocalizationService } from '@abp/ng.core';
import { catchError, forkJoin, map, of, throwError } from 'rxjs';
import { OurFailures } from '../host/failures';
import { oneAtATime } from '../kit/busy';
import { Conflict, type Difference } from '../kit/conflict';
import { PageHeader } from '../kit/page-header';
import { isStale } from '../kit/sentence';
import { Toasts } from '../kit/toasts';
import { View } from '../kit/view';
import { ApiClientsService } from '../proxy/host/api-clients.service';
import type { ApiClientDto, ApiClientInput, UpdateApiClientInput } from '../proxy/host/models';
import { besides, granted } from './granted';
import { PermissionPicker } from './permission-picker';
import { SecretDialog } from './secret-dialog';

/** Lets a system in, and shows its secret the one time; or changes what one may do. */
@Component({
  selector: 'crm-edit-api-client',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ReactiveFormsModule, RouterLink, LocalizationPipe, Conflict, PageHeader, PermissionPicker, SecretDialog, View],
  templateUrl: './edit-api-client.html',
  styleUrl: './edit-api-client.scss',
})
export class EditApiClient {
  readonly id = input<string>();
  private readonly clients = inject(ApiClientsService);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly texts = inject(LocalizationService);
  private readonly failures = inject(OurFailures);
  private readonly once = oneAtATime();
  private readonly secret = viewChild.required<SecretDialog>('secret');
  private made?: string;
  protected readonly busy = this.once.busy;
  protected readonly before = rxResource({
    params: () => ({ id: this.id() }),
    stream: ({ params: { id } }) => forkJoin({ client: id ? this.clients.get(id) : of(undefined), groups: this.clients.getChoices().pipe(map(choices => choices.items ?? [])) }),
  });
  /** What somebody else saved meanwhile. */
  protected readonly theirs = signal<ApiClientDto | undefined>(undefined);
  protected readonly tried = signal(false);
  protected readonly ticked = signal<ReadonlySet<string>>(new Set());
  private readonly groups = computed(() => (this.before.hasValue() ? this.before.value().groups : []));
  protected readonly besides = computed(() => besides(this.groups(), [...this.ticked()]).join(', '));
  protected readonly form = inject(NonNullableFormBuilder).group({ displayName: ['', [Validators.required, Validators.pattern(/\S/), Validators.maxLength(128)]], isActive: true });

  constructor() {
    effect(() => {
      const client = this.before.hasValue() ? this.before.value().client : undefined;
      if (client) untracked(() => this.fill(client));
    });
  }

  protected async save(): Promise<void> {
    this.tried.set(true);
    if (this.form.invalid || this.busy()) return;
    const { displayName, isActive } = this.form.getRawValue();
    const input = { displayName: displayName.trim(), permissions: [...this.ticked()] };
    const id = this.id();
    if (id) await this.update(id, { ...input, isActive, concurrencyStamp: (this.theirs() ?? this.before.value()?.client)?.concurrencyStamp });
    else await this.letIn(input);
  }

  protected differing(): Difference[] {
    const theirs = this.theirs()!;
    const mine = this.form.getRawValue();
    const state = (isActive: boolean) => this.texts.instant(isActive ? '::ApiClients:State:Active' : '::ApiClients:State:Off');
    const may = (permissions: readonly string[]) =>
      [...granted(this.groups(), permissions).flatMap(group => group.permissions.map(each => `${group.group}: ${each.displayName}`)), ...besides(this.groups(), permissions)].join('\n');
    return [
      { field: '::ApiClients:Name', theirs: theirs.displayName, mine: mine.displayName },
      { field: '::ApiClients:State', theirs: state(theirs.isActive), mine: state(mine.isActive) },
      { field: '::ApiClients:May', theirs: may(theirs.permissions), mine: may([...this.ticked()]) },
    ];
  }

  protected takeTheirs(): void {
    const client = this.theirs()!;
    this.before.update(it => it && { ...it, client });
    this.theirs.set(undefined);
  }

  protected leave(): void {
    void this.router.navigate(['/api-clients', this.made]);
  }

  private async letIn(input: ApiClientInput): Promise<void> {
    const made = await this.once.run(() => this.clients.create(input));
    if (!made) return;
    this.made = made.value.id;
    const secret = await this.once.run(() => this.clients.renewSecret(made.value.id, { concurrencyStamp: made.value.concurrencyStamp }));
    if (secret) this.secret().show(secret.value, input.displayName);
    // It is let in; its page gives it a secret.
    else this.leave();
  }

  private async update(id: string, input: UpdateApiClientInput): Promise<void> {
    const done = await this.once.run(() => this.clients.update(id, input, { skipHandleError: true }).pipe(catchError((error: unknown) => {
      if (isStale(error)) this.clients.get(id).subscribe(theirs => this.theirs.set(theirs));
      else this.failures.tell(error);
      return throwError(() => error);
    })));
    if (!done) return;
    this.toasts.done(this.texts.instant('::Contacts:Saved', input.displayName));
    await this.router.navigate(['/api-clients', id]);
  }

  private fill({ displayName, isActive, permissions }: ApiClientDto): void {
    this.form.reset({ displayName, isActive });
    this.ticked.set(new Set(permissions));
  }
}
