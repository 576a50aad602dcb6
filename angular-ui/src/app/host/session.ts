import { Injectable, effect, inject, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ConfigStateService } from '@abp/ng.core';
import { OAuthErrorFilterService } from '@abp/ng.oauth';
import { OAuthService } from 'angular-oauth2-oidc';
import { firstValueFrom } from 'rxjs';
import { isUnreachable } from '../kit/sentence';
import { Connection } from './connection';
import { beforeLeaving, expectAnswer, onAnswer, tellTaken } from './leaving';

const windowLooks = 'popup,width=520,height=720';

/**
 * Keeps the page of somebody whose session ended while they worked: nothing on it is lost, they sign in again in a second window, and what was under way
 * goes on. The packages would leave for the sign-in page, or forget the tokens, which reloads every tab.
 */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly oauth = inject(OAuthService);
  private readonly config = inject(ConfigStateService);
  private readonly connection = inject(Connection);
  private readonly userId = toSignal(this.config.getDeep$('currentUser.id'));
  /** Whose page this is. */
  private whose?: string;
  private byChoice = false;
  private asksAgain = false;
  private goesOn: (() => void)[] = [];
  private renewing?: Promise<string>;

  private readonly ended = signal(false);
  readonly isOver = this.ended.asReadonly();
  private readonly shut = signal(false);
  /** The browser kept the second window shut. */
  readonly isShut = this.shut.asReadonly();

  constructor() {
    inject(OAuthErrorFilterService).add({ id: 'partnercrm.keeps-the-page', executable: true, execute: () => !!this.whose });
    effect(() => { this.whose ??= this.userId() as string | undefined; });
    beforeLeaving(address => this.stay(address));
    onAnswer(search => void this.take(search));
    // A token that could not be renewed while there was no connection.
    effect(() => { if (this.connection.returned()) untracked(() => { if (this.whose && !this.oauth.hasValidAccessToken()) void this.renew().catch(() => undefined); }); });
  }

  /** Before leaving that the person asked for: signing in at the front door, signing out. */
  leaveByChoice(): void {
    this.byChoice = true;
  }

  /** A token that works: by the refresh token, or once the person has signed in again. Rejects only without a connection. */
  renew(): Promise<string> {
    return (this.renewing ??= this.renewOnce().finally(() => { this.renewing = undefined; }));
  }

  signInAgain(): void {
    this.shut.set(false);
    this.asksAgain = true;
    this.oauth.initCodeFlow();
  }

  private async renewOnce(): Promise<string> {
    try {
      await this.oauth.refreshToken();
    } catch (failure) {
      if (isUnreachable(failure)) throw failure;
      this.ended.set(true);
      await new Promise<void>(resolve => this.goesOn.push(resolve));
    }
    return this.oauth.getAccessToken();
  }

  private stay(address: string): boolean {
    if (this.byChoice || !this.whose) return false;
    if (this.asksAgain) {
      this.asksAgain = false;
      expectAnswer(address);
      this.shut.set(!window.open(address, '_blank', windowLooks));
    } else if (!this.connection.lost()) {
      this.ended.set(true);
    }
    return true;
  }

  private async take(search?: string): Promise<void> {
    if (search) await this.oauth.tryLogin({ customHashFragment: `#${search}`, preventClearHashAfterLogin: true });
    if (!this.oauth.hasValidAccessToken()) return;
    if (search) tellTaken();
    const { currentUser } = await firstValueFrom(this.config.refreshAppState());
    // Somebody else's screen isn't theirs.
    if (currentUser?.id !== this.whose) {
      window.location.assign('/');
      return;
    }
    this.ended.set(false);
    for (const goOn of this.goesOn.splice(0)) goOn();
  }
}
