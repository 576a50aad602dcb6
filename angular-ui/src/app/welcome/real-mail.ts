import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { LocalizationPipe } from '@abp/ng.core';
import { View } from '../kit/view';
import { RealMailChecksService } from '../proxy/host/real-mail-checks.service';

const icons: Record<string, string> = { Met: 'check-circle', Missing: 'x-circle', Unknown: 'question-circle' };

/** What must be true before the first real mail; the domain name system is asked only when somebody wants it. */
@Component({
  selector: 'crm-real-mail',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LocalizationPipe, View],
  template: `
    <section class="card-plain" aria-labelledby="real-mail">
      <header><h2 id="real-mail">{{ '::Welcome:RealMail' | abpLocalization }}</h2>
        <button type="button" class="btn btn-outline btn-sm" [disabled]="checks.isLoading()" (click)="lookUp()">{{ '::Welcome:LookUp' | abpLocalization }}</button></header>
      <p class="soft" role="status">{{ '::Welcome:Met' | abpLocalization: met().toString() : all().toString() }}</p>
      <crm-view [of]="checks">
        <ng-template let-page>
          <ul>
            @for (each of page.items; track each.check) {
              <li [attr.data-state]="each.state"><i class="bi bi-{{ icons[each.state] }}" aria-hidden="true"></i><span><b>{{ '::Welcome:Check:' + each.check | abpLocalization }}: {{ '::Welcome:Is:' + each.state | abpLocalization }}</b><br>{{ each.sentence }}</span></li>
            }
          </ul>
        </ng-template>
      </crm-view>
    </section>
  `,
  styles: `
    section { padding: 16px; }
    header { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 8px; }
    h2 { margin: 0; font-size: 14px; line-height: 20px; font-weight: 600; }
    p { margin: 4px 0 8px; font-size: 13px; }
    ul { display: grid; gap: 8px; margin: 0; padding: 0; list-style: none; }
    li { display: flex; gap: 8px; font-size: 13px; line-height: 18px; color: var(--crm-ink-2); overflow-wrap: anywhere; }
    b { font-weight: 500; color: var(--crm-ink); }
    [data-state=Met] i { color: var(--crm-good); }
    [data-state=Missing] i { color: var(--crm-bad); }
    [data-state=Unknown] i { color: var(--crm-soft); }
  `,
})
export class RealMail {
  private readonly service = inject(RealMailChecksService);
  private readonly looks = signal(false);
  protected readonly icons = icons;
  protected readonly checks = rxResource({ params: () => ({ lookUp: this.looks() }), stream: ({ params }) => this.service.getList(params) });
  protected readonly all = computed(() => (this.checks.hasValue() ? (this.checks.value()?.items?.length ?? 0) : 0));
  protected readonly met = computed(() => (this.checks.hasValue() ? (this.checks.value()?.items ?? []).filter(each => each.state === 'Met').length : 0));

  protected lookUp(): void {
    if (this.looks()) this.checks.reload();
    else this.looks.set(true);
  }
}
