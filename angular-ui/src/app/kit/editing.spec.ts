import { HttpErrorResponse } from '@angular/common/http';
import { signal, type WritableResource } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { TestBed } from '@angular/core/testing';
import { FormControl, FormGroup } from '@angular/forms';
import { of, throwError } from 'rxjs';
import { OurFailures } from '../host/failures';
import { editing } from './editing';
import { Unsaved } from './unsaved';

interface Place { name?: string; concurrencyStamp?: string }

describe('editing a record', () => {
  const kept = new Map<string, unknown>();
  let form: FormGroup<{ name: FormControl<string> }>;
  let before: WritableResource<Place | undefined>;
  let now: Place;

  const open = async () => {
    form = new FormGroup({ name: new FormControl('', { nonNullable: true }) });
    const edited = TestBed.runInInjectionContext(() => {
      before = rxResource({ stream: () => of({ ...now }) });
      return editing<Place, { name: string }>({
        what: 'place', id: signal('1'), before, form, read: () => of({ ...now }),
        fill: place => form.reset({ name: place.name }, { emitEvent: false }), restore: values => form.setValue(values, { emitEvent: false }),
      });
    });
    await vi.waitUntil(() => { TestBed.tick(); return form.value.name !== ''; });
    return edited;
  };
  const write = (name: string) => {
    form.markAsDirty();
    form.setValue({ name });
  };

  beforeEach(() => {
    kept.clear();
    now = { name: 'Works', concurrencyStamp: 'a' };
    TestBed.configureTestingModule({ providers: [
      { provide: OurFailures, useValue: { tell: () => undefined } },
      { provide: Unsaved, useValue: { of: () => kept.get('1'), remember: (_: string, id: string, written: unknown) => kept.set(id, written), forget: () => kept.delete('1') } },
    ] });
  });

  it('finds again what was written and not saved', async () => {
    await open();
    write('Workshop');
    const again = await open();
    expect([form.value.name, again.isBack(), again.theirs()]).toEqual(['Workshop', true, undefined]);
    again.discard();
    expect([form.value.name, again.isBack(), kept.size]).toEqual(['Works', false, 0]);
  });

  it('shows what a colleague saved meanwhile beside it', async () => {
    await open();
    write('Workshop');
    now = { name: 'Factory', concurrencyStamp: 'b' };
    const again = await open();
    expect([form.value.name, again.theirs()?.name, again.base()?.concurrencyStamp]).toEqual(['Workshop', 'Factory', 'b']);
    again.takeTheirs();
    expect([form.value.name, again.theirs(), kept.size]).toEqual(['Factory', undefined, 0]);
  });

  it('that met another edit keeps both until one is chosen; once saved nothing is kept', async () => {
    const edited = await open();
    write('Workshop');
    now = { name: 'Factory', concurrencyStamp: 'b' };
    expect(await edited.save(() => throwError(() => new HttpErrorResponse({ status: 412 })))).toBeUndefined();
    expect([form.value.name, edited.theirs()?.name, edited.base()?.concurrencyStamp, kept.size]).toEqual(['Workshop', 'Factory', 'b', 1]);
    expect(await edited.save(() => of('saved'))).toBe('saved');
    expect(kept.size).toBe(0);
  });
});
