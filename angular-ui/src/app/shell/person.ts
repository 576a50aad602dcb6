import { Injectable, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { AuthService, ConfigStateService, SessionStateService, type ApplicationConfigurationDto } from '@abp/ng.core';
import { Session } from '../host/session';
import { Own } from '../kit/own';
import { environment } from '../../environments/environment';

/** Who is signed in, and what they can change about this page: language, tenant, account, leaving. */
@Injectable({ providedIn: 'root' })
export class Person {
  private readonly auth = inject(AuthService);
  private readonly own = inject(Own);
  private readonly session = inject(SessionStateService);
  private readonly signedInAs = inject(Session);
  private readonly config = toSignal(inject(ConfigStateService).getAll$(), { initialValue: {} as ApplicationConfigurationDto });

  readonly signedIn = computed(() => this.config().currentUser?.isAuthenticated ?? false);
  readonly name = computed(() => {
    const user = this.config().currentUser;
    return [user?.name, user?.surName].filter(Boolean).join(' ') || user?.userName || '';
  });
  readonly initials = computed(() => this.name().split(/\s+/).filter(Boolean).map(word => word[0]).slice(0, 2).join('').toUpperCase());
  readonly email = computed(() => this.config().currentUser?.email ?? '');
  readonly tenant = computed(() => this.config().currentTenant?.name ?? '');
  readonly languages = computed(() => this.config().localization?.languages ?? []);
  readonly language = toSignal(this.session.getLanguage$(), { initialValue: this.session.getLanguage() });

  speak(language: string): void {
    this.session.setLanguage(language);
  }

  signIn(): void {
    this.signedInAs.leaveByChoice();
    this.auth.navigateToLogin();
  }

  signOut(): void {
    this.own.forget();
    this.signedInAs.leaveByChoice();
    this.auth.logout().subscribe();
  }

  openAccount(): void {
    window.location.assign(`${environment.oAuthConfig.issuer}Account/Manage?returnUrl=${encodeURIComponent(window.location.href)}`);
  }
}
