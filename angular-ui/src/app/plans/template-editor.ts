import { ChangeDetectionStrategy, Component, ElementRef, computed, effect, inject, input, linkedSignal, signal, untracked, viewChild } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { Router, RouterLink } from '@angular/router';
import { LocalizationPipe, LocalizationService, PermissionService } from '@abp/ng.core';
import { firstValueFrom, of, switchMap, timer, type Observable } from 'rxjs';
import { commandsWhileHere } from '../commands/command-registry';
import { OurFailures } from '../host/failures';
import { Conflict, type Difference } from '../kit/conflict';
import { ContactPicker, type PickedContact } from '../kit/contact-picker';
import { Failure } from '../kit/failure';
import { IsBack } from '../kit/is-back';
import { MailBody } from '../kit/mail-body';
import { PageHeader } from '../kit/page-header';
import { isStale, sentenceOf } from '../kit/sentence';
import { Skeleton } from '../kit/skeleton';
import { StatusPill } from '../kit/status-pill';
import { Toasts } from '../kit/toasts';
import { Unsaved } from '../kit/unsaved';
import { TemplateKind, TemplatesService, type TemplateDto, type TemplatePreviewDto } from '../proxy/mail';

interface Words {
  name: string;
  language: string;
  kind: TemplateKind;
  subject: string;
  text: string;
}

interface Written {
  words: Words;
  /** Of the template that they were made from. */
  stamp?: string | null;
}

const what = 'template';
const nothing: Words = { name: '', language: 'en', kind: TemplateKind.Message, subject: '', text: '' };

/** The words of a mail on the left; beside them the mail, as somebody real would get it. */
@Component({
  selector: 'crm-template-editor',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Conflict, ContactPicker, Failure, IsBack, LocalizationPipe, MailBody, PageHeader, RouterLink, Skeleton, StatusPill],
  templateUrl: './template-editor.html',
  styleUrl: './template-editor.scss',
})
export class TemplateEditor {
  private readonly templates = inject(TemplatesService);
  private readonly texts = inject(LocalizationService);
  private readonly toasts = inject(Toasts);
  private readonly failures = inject(OurFailures);
  private readonly unsaved = inject(Unsaved);
  private readonly router = inject(Router);
  private readonly body = viewChild<ElementRef<HTMLTextAreaElement>>('body');
  readonly id = input<string>();

  protected readonly mayManage = inject(PermissionService).getGrantedPolicy('PartnerCrm.Mail.Templates.Manage');
  protected readonly kinds = Object.values(TemplateKind);
  protected readonly opened = rxResource({
    params: () => ({ id: this.id() }),
    stream: ({ params: { id } }): Observable<TemplateDto | null> => (id ? this.templates.get(id) : of(null)),
  });
  protected readonly template = computed(() => (this.opened.hasValue() ? (this.opened.value() ?? undefined) : undefined));
  private readonly kept = computed(() => (this.opened.hasValue() ? this.unsaved.of<Written>(what, this.opened.value()?.id) : undefined));
  protected readonly isBack = computed(() => !!this.kept());
  protected readonly words = linkedSignal<Words>(() => this.kept()?.words ?? wordsOf(this.template()));
  protected readonly changed = computed(() => JSON.stringify(this.words()) !== JSON.stringify(wordsOf(this.template())));
  protected readonly contact = signal<PickedContact | undefined>(undefined);
  protected readonly asHtml = signal(false);
  protected readonly saving = signal(false);
  protected readonly sending = signal(false);
  /** What a colleague saved meanwhile. */
  protected readonly theirs = signal<TemplateDto | undefined>(undefined);

  protected readonly preview = rxResource({
    params: () => (this.words().subject.trim() && this.words().text.trim() ? { words: this.words(), contactId: this.contact()?.id } : undefined),
    stream: ({ params: { words, contactId } }) => timer(250).pipe(switchMap(() => {
      const input = { kind: words.kind, subject: words.subject, text: words.text, html: this.htmlOf(words) };
      const quietly = { skipHandleError: true };
      return contactId ? this.templates.previewForContact({ ...input, contactId }, quietly) : this.templates.preview(input, quietly);
    })),
  });
  protected readonly shown = linkedSignal<TemplatePreviewDto | undefined, TemplatePreviewDto | undefined>({
    source: () => (this.preview.hasValue() ? this.preview.value() : undefined),
    computation: (now, before) => now ?? before?.value,
  });
  protected readonly problem = computed(() => (this.preview.error() ? (sentenceOf(this.preview.error()) ?? this.texts.instant('::Failure:Text')) : undefined));
  protected readonly variables = computed(() => this.shown()?.variables ?? []);

  constructor() {
    commandsWhileHere([{ id: 'templates.save', title: '::Templates:Save', group: 'here', icon: 'check2', shortcut: 'mod+s', visible: () => this.mayManage, enabled: () => this.changed(), run: () => this.save() }]);
    effect(() => {
      const template = this.template();
      const stamp = this.kept()?.stamp;
      untracked(() => this.theirs.set(template && stamp && stamp !== template.concurrencyStamp ? template : undefined));
    });
    effect(() => {
      if (!this.opened.hasValue() || this.opened.isLoading()) return;
      if (this.changed()) this.unsaved.remember(what, this.id(), { words: this.words(), stamp: this.kept()?.stamp ?? this.template()?.concurrencyStamp } satisfies Written);
      else this.unsaved.forget(what, this.id());
    });
  }

  protected change(given: Partial<Words>): void {
    this.words.update(words => ({ ...words, ...given }));
  }

  /** Where the caret is. */
  protected insert(variable: string): void {
    const field = this.body()!.nativeElement;
    field.setRangeText(`{{${variable}}}`, field.selectionStart, field.selectionEnd, 'end');
    this.change({ text: field.value });
    field.focus();
  }

  protected async save(): Promise<void> {
    const words = this.words();
    const before = this.template();
    this.saving.set(true);
    try {
      if (before) {
        await firstValueFrom(this.templates.update(before.id!, { subject: words.subject, text: words.text, html: this.htmlOf(words), concurrencyStamp: before.concurrencyStamp }, { skipHandleError: true }));
        this.unsaved.forget(what, before.id);
        this.toasts.done(this.texts.instant('::Templates:Saved'));
        this.opened.reload();
      } else {
        const made = await firstValueFrom(this.templates.create({ ...words, name: words.name.trim(), language: words.language.trim() }, { skipHandleError: true }));
        this.unsaved.forget(what, undefined);
        this.toasts.done(this.texts.instant('::Templates:Saved'));
        await this.router.navigate(['/plans/templates', made.id], { replaceUrl: true });
      }
    } catch (failure) {
      if (before && isStale(failure)) this.theirs.set(await firstValueFrom(this.templates.get(before.id!)));
      else this.failures.tell(failure);
    } finally {
      this.saving.set(false);
    }
  }

  protected differing(): Difference[] {
    return [
      { field: '::Templates:Subject', theirs: this.theirs()?.subject ?? '', mine: this.words().subject },
      { field: '::Templates:Text', theirs: this.theirs()?.text ?? '', mine: this.words().text },
    ];
  }

  /** Ours over what a colleague saved meanwhile, knowingly. */
  protected async keepOurs(): Promise<void> {
    const ours = this.words();
    this.unsaved.forget(what, this.id());
    this.opened.set({ ...this.theirs()! });
    this.words.set(ours);
    this.theirs.set(undefined);
    await this.save();
  }

  protected takeTheirs(): void {
    this.unsaved.forget(what, this.id());
    this.opened.set({ ...this.theirs()! });
    this.theirs.set(undefined);
  }

  protected discard(): void {
    this.unsaved.forget(what, this.id());
    const template = this.template();
    this.opened.set(template ? { ...template } : null);
    this.words.set(wordsOf(template));
  }

  protected async sendTest(): Promise<void> {
    const words = this.words();
    this.sending.set(true);
    try {
      const answer = await firstValueFrom(this.templates.testSend({ kind: words.kind, subject: words.subject, text: words.text, html: this.htmlOf(words), contactId: this.contact()!.id }));
      this.toasts.done(answer.sentence!);
    } catch {
      // Said in a toast by the host's own sentence.
    } finally {
      this.sending.set(false);
    }
  }

  // A template with HTML of its own keeps it; here its text is written.
  private htmlOf(words: Words): string | undefined {
    const before = this.template();
    return before?.html && before.text === words.text ? before.html : undefined;
  }
}

function wordsOf(template?: TemplateDto): Words {
  if (!template) return nothing;
  return { name: template.name ?? '', language: template.language ?? '', kind: template.kind ?? TemplateKind.Message, subject: template.subject ?? '', text: template.text ?? '' };
}
