import { effect, inject, signal, untracked, type Signal, type WritableResource } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { FormGroup } from '@angular/forms';
import { catchError, throwError, type Observable } from 'rxjs';
import { OurFailures } from '../host/failures';
import { oneAtATime } from './busy';
import { isStale } from './sentence';
import { Unsaved } from './unsaved';

interface Written<V> {
  values: V;
  /** Of the record that they were made from. */
  stamp?: string | null;
}

interface Edit<T, V> {
  /** What kind of record it is: unsaved words are kept under it. */
  what: string;
  /** Null for one that is to be. */
  id: Signal<string | null>;
  before: WritableResource<T | undefined>;
  form: FormGroup;
  read: (id: string) => Observable<T>;
  /** The record into the form, without its telling of a change. */
  fill: (record: T) => void;
  /** Likewise what was written before. */
  restore: (values: V) => void;
  /** What was written before doesn't count: it is begun with words from elsewhere. */
  isAfresh?: () => boolean;
}

/**
 * A form for one record of the host: what was written and not saved is there again, and where a colleague saved meanwhile, theirs is shown beside it.
 * To be called where one injects.
 */
export function editing<T extends { concurrencyStamp?: string | null }, V>({ what, id, before, form, read, fill, restore, isAfresh }: Edit<T, V>) {
  const [unsaved, failures, once] = [inject(Unsaved), inject(OurFailures), oneAtATime()];
  const theirs = signal<T | undefined>(undefined);
  const isBack = signal(false);

  /** What an edit is made from: what a colleague saved meanwhile, once one has seen it. */
  const base = () => theirs() ?? (before.hasValue() ? before.value() : undefined);

  const forget = () => {
    unsaved.forget(what, id());
    isBack.set(false);
  };

  const open = (record: T) => {
    fill(record);
    const kept = isAfresh?.() ? undefined : unsaved.of<Written<V>>(what, id());
    if (!kept) return;
    restore(kept.values);
    form.markAsDirty();
    isBack.set(true);
    if (kept.stamp !== record.concurrencyStamp) theirs.set(record);
  };

  effect(() => {
    const record = before.hasValue() ? before.value() : undefined;
    if (record) untracked(() => open(record));
  });
  form.valueChanges.pipe(takeUntilDestroyed()).subscribe(() => {
    if (form.dirty) unsaved.remember(what, id(), { values: form.getRawValue() as V, stamp: base()?.concurrencyStamp } satisfies Written<V>);
  });

  return {
    busy: once.busy,
    theirs: theirs.asReadonly(),
    isBack: isBack.asReadonly(),
    base,
    /** What was written here and not saved goes: by saving, or by choice. */
    forget,
    discard(): void {
      forget();
      theirs.set(undefined);
      fill(before.value()!);
    },
    takeTheirs(): void {
      const taken = theirs()!;
      forget();
      theirs.set(undefined);
      before.set(taken);
      fill(taken);
    },
    /** What it answers, or undefined where it was refused; then it was said why, or theirs is shown. */
    async save<R>(change: () => Observable<R>): Promise<R | undefined> {
      const done = await once.run(() => change().pipe(catchError((error: unknown) => {
        const known = id();
        if (known && isStale(error)) read(known).subscribe(found => theirs.set(found));
        else failures.tell(error);
        return throwError(() => error);
      })));
      if (done) forget();
      return done?.value;
    },
  };
}
