import { Toasts } from './toasts';

describe('toasts', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('go after eight seconds, unless somebody is at them', () => {
    const toasts = new Toasts();
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
    const toasts = new Toasts();
    toasts.done('First', () => void taken.push('first'));
    toasts.done('Second', () => void taken.push('second'));
    toasts.failed('Third');
    toasts.undoLatest();
    expect(taken).toEqual(['second']);
    expect(toasts.shown().map(toast => toast.text)).toEqual(['First', 'Third']);
  });
});
