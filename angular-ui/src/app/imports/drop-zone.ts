import { ChangeDetectionStrategy, Component, ElementRef, input, output, signal, viewChild } from '@angular/core';
import { LocalizationPipe } from '@abp/ng.core';

/** Files dropped or chosen. */
@Component({
  selector: 'crm-drop-zone',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [LocalizationPipe],
  template: `
    <div class="zone" [class.over]="over()" [class.small]="small()" (dragover)="hover($event)" (dragleave)="over.set(false)" (drop)="drop($event)">
      <i class="bi bi-file-earmark-arrow-up" aria-hidden="true"></i>
      <div>
        <b>{{ '::Imports:Drop' | abpLocalization }}</b>
        <p>{{ '::Imports:DropText' | abpLocalization }}</p>
      </div>
      <button type="button" class="btn" [class.btn-primary]="!small()" [class.btn-outline]="small()" (click)="choose()">{{ '::Imports:Choose' | abpLocalization }}</button>
      <input #files type="file" multiple accept=".zip,.csv,.txt,.tsv" hidden (change)="take()">
    </div>
  `,
  styles: `
    .zone { display: flex; flex-wrap: wrap; align-items: center; gap: 12px 16px; padding: 24px; border: 1.5px dashed var(--crm-field-line); border-radius: 10px; background: var(--crm-paper); }
    .zone.small { padding: 12px 16px; }
    .zone.over { border-color: var(--crm-accent); background: var(--crm-accent-faint); }
    i { display: grid; place-items: center; width: 40px; height: 40px; border-radius: 20px; background: var(--crm-accent-faint); color: var(--crm-accent-text); font-size: 18px; }
    div > div { flex: 1 1 280px; }
    b { font-weight: 600; }
    p { margin: 0; max-width: 72ch; color: var(--crm-soft); font-size: 13px; line-height: 18px; }
  `,
})
export class DropZone {
  readonly small = input(false);
  readonly dropped = output<File[]>();
  protected readonly over = signal(false);
  private readonly files = viewChild.required<ElementRef<HTMLInputElement>>('files');

  choose(): void {
    this.files().nativeElement.click();
  }

  protected take(): void {
    const input = this.files().nativeElement;
    if (input.files?.length) this.dropped.emit([...input.files]);
    // The same file chosen again is chosen again.
    input.value = '';
  }

  protected hover(event: DragEvent): void {
    event.preventDefault();
    this.over.set(true);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length) this.dropped.emit(files);
  }
}
