import { linkedSignal, type Resource, type ResourceStatus, type Signal } from '@angular/core';

export interface Held<T> {
  value: T | undefined;
  /** It answers what is asked now; while something else is asked for, it is what was there before. */
  isOfNow: boolean;
}

/** What a resource held last, where one shows it without a `crm-view`. */
export function holding<T>(of: () => Resource<T | undefined>): Signal<Held<T>> {
  return linkedSignal({
    source: () => ({ value: of().hasValue() ? of().value() : undefined, status: of().status() }),
    computation: held<T>,
  });
}

/** The last value of a resource, kept while it loads again or fails to. */
export function held<T>(now: { value: T | undefined; status: ResourceStatus }, before?: { value: Held<T> }): Held<T> {
  if (now.value !== undefined) return { value: now.value, isOfNow: true };
  return { value: before?.value.value, isOfNow: !!before?.value.isOfNow && now.status !== 'loading' };
}
