import { ChangeDetectionStrategy, Component, computed, effect, inject, linkedSignal, signal, untracked } from '@angular/core';
import { rxResource, toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { LocalizationPipe, LocalizationService } from '@abp/ng.core';
import { catchError, forkJoin, map, of } from 'rxjs';
import { commandsWhileHere } from '../commands/command-registry';
import { EmptyState } from '../kit/empty-state';
import { PageHeader } from '../kit/page-header';
import { StatusPill } from '../kit/status-pill';
import { Toasts } from '../kit/toasts';
import { View } from '../kit/view';
import { ContactsService } from '../proxy/partners/contacts.service';
import { ImportsService } from '../proxy/sources/imports.service';
import type { CandidateRow, CandidateSuggestion, ResolveCandidateInput } from '../proxy/sources/models';
import { differs } from './import-words';

const atOnce = 1000;

interface Side { email?: string | null; position?: string | null; organisation?: string | null; country?: string | null }

/** «Who is this?», one person at a time: New, Same as, Skip, each with its key. */
@Component({
  selector: 'crm-who-is-this',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, LocalizationPipe, EmptyState, PageHeader, StatusPill, View],
  templateUrl: './who-is-this.html',
  styleUrl: './who-is-this.scss',
})
export class WhoIsThis {
  private readonly imports = inject(ImportsService);
  private readonly contacts = inject(ContactsService);
  private readonly toasts = inject(Toasts);
  private readonly texts = inject(LocalizationService);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  protected readonly id = toSignal(this.route.paramMap.pipe(map(params => params.get('id')!)), { requireSync: true });
  protected readonly open = rxResource({
    params: () => this.id(),
    stream: ({ params }) => this.imports.getCandidates(params, { isOpen: true, skipCount: 0, maxResultCount: atOnce }),
  });
  private readonly asked = computed(() => (this.open.hasValue() ? this.open.value() : undefined));
  protected readonly left = linkedSignal<readonly CandidateRow[]>(() => this.asked()?.items ?? []);
  protected readonly total = computed(() => this.asked()?.totalCount ?? 0);
  /** Those that the host has not given yet are open, too. */
  protected readonly stillOpen = computed(() => this.total() - (this.asked()?.items?.length ?? 0) + this.left().length);
  private readonly at = signal(0);
  protected readonly person = computed<CandidateRow | undefined>(() => this.left()[Math.min(this.at(), this.left().length - 1)]);
  protected readonly suggestions = computed(() => (this.person()?.suggestions ?? []).slice(0, 3));
  /** What is known of those contacts, to compare; candidates of other files say only who they are. */
  private readonly known = rxResource({
    params: () => this.suggestions().map(each => each.contactId ?? ''),
    stream: ({ params }) => (params.length ? forkJoin(params.map(id => (id ? this.contacts.get(id).pipe(catchError(() => of(undefined))) : of(undefined)))) : of([])),
  });
  protected readonly fields = ['position', 'organisation', 'email', 'country'] as const;
  protected readonly theirs = computed<Side>(() => {
    const person = this.person();
    return { email: person?.email, position: person?.position, organisation: person?.organisationName, country: person?.country };
  });

  constructor() {
    effect(() => { if (this.asked()?.items?.length && !this.left().length && this.stillOpen()) untracked(() => this.open.reload()); });
    const sameAs = (place: number) => ({
      id: `who.same.${place}`, title: this.texts.instant('::Imports:SameAsNumber', (place + 1).toString()), group: 'here' as const, icon: 'people', shortcut: `${place + 1}`,
      visible: () => this.suggestions().length > place, run: () => this.sameAs(this.suggestions()[place]),
    });
    commandsWhileHere([
      sameAs(0), sameAs(1), sameAs(2),
      { id: 'who.new', title: '::Imports:New', group: 'here', icon: 'person-plus', shortcut: 'n', visible: () => !!this.person(), run: () => this.answer({ answer: 'New' as never }) },
      { id: 'who.skip', title: '::Imports:Skip', group: 'here', icon: 'person-dash', shortcut: 's', visible: () => !!this.person(), run: () => this.answer({ answer: 'Skip' as never }) },
      { id: 'who.next', title: '::Imports:NextPerson', group: 'here', icon: 'arrow-right', shortcut: 'j', visible: () => this.left().length > 1, run: () => this.step(1) },
      { id: 'who.previous', title: '::Imports:PreviousPerson', group: 'here', icon: 'arrow-left', shortcut: 'k', visible: () => this.left().length > 1, run: () => this.step(-1) },
      { id: 'who.back', title: '::Imports:BackToPeople', group: 'here', icon: 'list', run: () => this.router.navigate(['/imports', this.id()]) },
    ]);
  }

  protected side(place: number): Side {
    const contact = this.known.hasValue() ? this.known.value()?.[place] : undefined;
    const suggestion = this.suggestions()[place];
    return { email: contact?.email, position: contact?.position, organisation: contact?.organisationName ?? suggestion?.organisationName, country: contact?.country };
  }

  protected isOther(place: number, field: keyof Side): boolean {
    return differs(this.theirs()[field], this.side(place)[field]);
  }

  protected sameAs(suggestion: CandidateSuggestion): void {
    this.answer({ answer: 'SameAs' as never, contactId: suggestion.contactId, candidateId: suggestion.candidateId });
  }

  /** The next one comes at once; an error brings this one back. */
  protected answer(input: ResolveCandidateInput): void {
    const person = this.person();
    if (!person) return;
    const putBack = () => this.left.update(left => (left.includes(person) ? left : [person, ...left]));
    this.left.update(left => left.filter(each => each !== person));
    this.imports.resolve(this.id(), person.id!, input).subscribe({
      next: () => this.toasts.done(this.texts.instant(`::Imports:Answered:${input.answer}`, `${person.firstName} ${person.lastName}`), () => {
        this.imports.resolve(this.id(), person.id!, {}).subscribe(() => { putBack(); this.at.set(0); });
      }),
      error: putBack,
    });
  }

  protected step(by: number): void {
    this.at.update(at => (Math.min(at, this.left().length - 1) + by + this.left().length) % this.left().length);
  }
}
