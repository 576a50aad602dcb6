import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import { rxResource } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { LocalizationPipe } from '@abp/ng.core';
import { catchError, of, tap } from 'rxjs';
import { OurFailures } from '../host/failures';
import { oneAtATime } from '../kit/busy';
import { Failure } from '../kit/failure';
import { isRefused, sentenceOf } from '../kit/sentence';
import { StatusPill } from '../kit/status-pill';
import { Uploads, type InspectedFile } from './uploads';

/** A file that was chosen: what it is, some people in it, and the button that reads it. */
@Component({
  selector: 'crm-waiting-file',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Failure, ReactiveFormsModule, RouterLink, LocalizationPipe, StatusPill],
  templateUrl: './waiting-file.html',
  styleUrl: './waiting-file.scss',
})
export class WaitingFile {
  readonly file = input.required<File>();
  readonly begun = output<string>();
  readonly leftOut = output();
  private readonly uploads = inject(Uploads);
  private readonly failures = inject(OurFailures);
  private readonly once = oneAtATime();
  protected readonly busy = this.once.busy;
  /** What the host says against it; that it couldn't be asked is another matter. */
  protected readonly refusal = signal('');
  protected readonly form = new FormGroup({
    eventName: new FormControl('', { nonNullable: true }),
    eventDate: new FormControl('', { nonNullable: true }),
  });

  protected readonly found = rxResource<InspectedFile | undefined, File>({
    params: () => this.file(),
    stream: ({ params }) => this.uploads.inspect(params).pipe(
      tap(found => this.form.setValue({ eventName: found.eventName ?? '', eventDate: found.eventDate?.slice(0, 10) ?? '' })),
      catchError((error: unknown) => {
        if (!isRefused(error)) throw error;
        this.refusal.set(sentenceOf(error)!);
        return of(undefined);
      })),
  });

  protected size(): string {
    const kilobytes = this.file().size / 1024;
    return kilobytes < 1024 ? `${Math.max(1, Math.round(kilobytes))} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
  }

  async begin(): Promise<void> {
    const found = this.found.hasValue() ? this.found.value() : undefined;
    if (!found?.source) return;
    const { eventName, eventDate } = this.form.getRawValue();
    const given = found.source === 'EventAttendees';
    const changed = given && eventName.trim() !== (found.eventName ?? '');
    const begun = await this.once.run(() => this.uploads.begin(this.file(), changed ? eventName.trim() : undefined, given && eventDate ? eventDate : undefined).pipe(
      catchError((error: unknown) => {
        if (isRefused(error)) this.refusal.set(sentenceOf(error)!);
        else this.failures.tell(error);
        throw error;
      })));
    if (begun) this.begun.emit(begun.value.id);
  }
}
