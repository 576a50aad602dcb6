import { ChangeDetectionStrategy, Component, ElementRef, afterNextRender, computed, inject, Injector, input, output, signal, viewChild } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { Router } from '@angular/router';
import { LocalizationPipe, LocalizationService, PermissionService } from '@abp/ng.core';
import { oneAtATime } from '../kit/busy';
import { KeyCaps } from '../commands/key-caps';
import { Toasts } from '../kit/toasts';
import { Zone } from '../kit/zone';
import { ContactTouchpointsService } from '../proxy/engagement/contact-touchpoints.service';
import type { RecordTouchpointInput } from '../proxy/engagement/models';
import { touchOf, type Written } from './touch-of';

/** Writes down what happened where the contact is looked at: a note, a call, a meeting, a mail. */
@Component({
  selector: 'crm-composer',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ReactiveFormsModule, LocalizationPipe, KeyCaps],
  templateUrl: './composer.html',
  styleUrl: './composer.scss',
})
export class Composer {
  readonly contactId = input.required<string>();
  readonly name = input('');
  readonly email = input('');
  readonly written = output();
  private readonly touchpoints = inject(ContactTouchpointsService);
  private readonly toasts = inject(Toasts);
  private readonly texts = inject(LocalizationService);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly zone = inject(Zone);
  private readonly once = oneAtATime();
  private readonly text = viewChild<ElementRef<HTMLTextAreaElement>>('text');
  protected readonly mayMail = inject(PermissionService).getGrantedPolicy('PartnerCrm.Mail.Drafts');
  protected readonly busy = this.once.busy;
  protected readonly kinds: { key: Written; icon: string; shortcut: string }[] = [
    { key: 'note', icon: 'sticky', shortcut: 'n' }, { key: 'call', icon: 'telephone', shortcut: 'c' }, { key: 'meeting', icon: 'calendar-check', shortcut: 'm' }, { key: 'mail', icon: 'envelope', shortcut: 'r' },
  ];
  protected readonly kind = signal<Written>('note');
  protected readonly open = signal(false);
  protected readonly asksWho = computed(() => this.kind() === 'call' || this.kind() === 'mail');
  protected readonly form = new FormGroup({
    text: new FormControl('', { nonNullable: true, validators: [Validators.maxLength(500)] }),
    at: new FormControl('', { nonNullable: true }),
    fromThem: new FormControl(false, { nonNullable: true }),
  });

  begin(kind: Written): void {
    this.kind.set(kind);
    this.open.set(true);
    afterNextRender({ write: () => this.text()?.nativeElement.focus() }, { injector: this.injector });
  }

  protected putAway(): void {
    this.open.set(false);
    this.form.reset();
  }

  protected async write(): Promise<void> {
    const { text, at, fromThem } = this.form.getRawValue();
    if (this.kind() === 'note' && !text.trim()) return;
    const input: RecordTouchpointInput = touchOf(this.kind(), fromThem, text.trim(), at && this.zone.momentOf(at));
    if (!(await this.once.run(() => this.touchpoints.create(this.contactId(), input)))) return;
    this.toasts.done(this.texts.instant(`::Contacts:Wrote:${this.kind()}`));
    this.putAway();
    this.written.emit();
  }

  /** A mail is written where its conversation is. */
  protected writeMail(): void {
    void this.router.navigate(['/mail', 'conversations', this.contactId()]);
  }
}
