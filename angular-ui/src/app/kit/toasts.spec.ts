import { HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { LocalizationService } from '@abp/ng.core';
import { Toasts } from './toasts';

describe('toasts', () => {
  let toasts: Toasts;

  beforeEach(() => {
    vi.useFakeTimers();
    TestBed.configureTestingModule({ providers: [{ provide: LocalizationService, useValue: { instant: (key: string) => key } }] });
    toasts = TestBed.inject(Toasts);
  });
  afterEach(() => vi.useRealTimers());

  it('go after eight seconds, unless somebody is at them', () => {
    toasts.done('Moved');
    vi.advanceTimersByTime(7000);
    toasts.letStay(toasts.shown()[0].id);
    vi.advanceTimersByTime(60_000);
    expect(toasts.shown().length).toBe(1);
    toasts.letGo(toasts.shown()[0].id);
    vi.advanceTimersByTime(8000);
    expect(toasts.shown()).toEqual([]);
  });

  it('take the latest back that can be', () => {
    const taken: string[] = [];
    toasts.done('First', () => void taken.push('first'));
    toasts.done('Second', () => void taken.push('second'));
    toasts.failed('Third');
    toasts.undoLatest();
    expect(taken).toEqual(['second']);
    expect(toasts.shown().map(toast => toast.text)).toEqual(['First', 'Third']);
  });

  it('say where taking back failed, once', async () => {
    toasts.done('First', () => Promise.reject(new HttpErrorResponse({ status: 409 })));
    toasts.undoLatest();
    await vi.advanceTimersByTimeAsync(0);
    expect(toasts.shown()).toEqual([]);
    toasts.done('Second', () => { throw new TypeError('Something of ours'); });
    toasts.undoLatest();
    await vi.advanceTimersByTimeAsync(0);
    expect(toasts.shown().map(toast => [toast.tone, toast.text])).toEqual([['failed', '::Failure:NotDone']]);
  });
});
