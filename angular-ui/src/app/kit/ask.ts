import { ChangeDetectionStrategy, Component, ElementRef, input, output, signal, viewChild } from '@angular/core';
import { LocalizationPipe } from '@abp/ng.core';

/** Asks for a sentence before something is done: `<crm-ask #stop … (answered)="stop($event)" />`, `stop.show()`. Without a label it only asks whether. */
@Component({
  selector: 'crm-ask',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LocalizationPipe],
  template: `
    <dialog #dialog closedby="any" [attr.aria-label]="heading()">
      <form (submit)="answer($event)">
        <h2>{{ heading() }}</h2>
        @if (text(); as text) { <p>{{ text }}</p> }
        <ng-content />
        @if (label(); as label) {
          <label>
            <span class="form-label">{{ label }}</span>
            <textarea #sentence class="form-control" rows="3" maxlength="400" required [value]="said()" (input)="said.set(sentence.value)" (keydown.control.enter)="answer($event)"></textarea>
          </label>
        }
        <div class="do">
          <button type="button" class="btn btn-outline" (click)="hide()">{{ '::Cancel' | abpLocalization }}</button>
          <button type="submit" class="btn" [class.btn-danger]="grave()" [class.btn-primary]="!grave()" [disabled]="label() && !said().trim()">{{ action() }}</button>
        </div>
      </form>
    </dialog>
  `,
  styles: `
    dialog { width: min(480px, calc(100vw - 32px)); padding: 20px; border: 1px solid var(--crm-line-strong); border-radius: 10px; background: var(--crm-paper); color: var(--crm-ink); box-shadow: var(--crm-shadow-over); }
    dialog::backdrop { background: rgb(16 24 32 / 32%); }
    form { display: grid; gap: 12px; }
    h2 { margin: 0; font-size: 16px; line-height: 24px; font-weight: 600; }
    p { margin: 0; color: var(--crm-soft); }
    label { display: block; }
    .do { display: flex; justify-content: flex-end; gap: 8px; margin-top: 4px; }
  `,
})
export class Ask {
  readonly heading = input.required<string>();
  readonly text = input<string>();
  readonly label = input<string>();
  readonly action = input.required<string>();
  readonly grave = input(false);
  readonly answered = output<string>();
  protected readonly said = signal('');
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  show(): void {
    this.said.set('');
    this.dialog().nativeElement.showModal();
  }

  hide(): void {
    this.dialog().nativeElement.close();
  }

  protected answer(event: Event): void {
    event.preventDefault();
    if (this.label() && !this.said().trim()) return;
    this.hide();
    this.answered.emit(this.said().trim());
  }
}
