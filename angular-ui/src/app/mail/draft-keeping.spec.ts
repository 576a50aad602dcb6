import { TestBed } from '@angular/core/testing';
import { of } from 'rxjs';
import { Connection } from '../host/connection';
import { DraftsService, type DraftDto } from '../proxy/mail';
import { DraftKeeping } from './draft-keeping';

describe('a draft that is written', () => {
  const kept: object[] = [];
  let keeping: DraftKeeping;

  beforeEach(() => {
    vi.useFakeTimers();
    kept.length = 0;
    const answer = (words: object) => {
      kept.push(words);
      return of({ id: 'd', concurrencyStamp: `${kept.length}`, ...words } as DraftDto);
    };
    TestBed.configureTestingModule({ providers: [
      DraftKeeping,
      { provide: Connection, useValue: { returned: () => 0 } },
      { provide: DraftsService, useValue: { create: (input: object) => answer(input), update: (_: string, input: object) => answer(input) } },
    ] });
    keeping = TestBed.inject(DraftKeeping);
    keeping.contactId = 'ada';
  });

  afterEach(() => vi.useRealTimers());

  it('is kept before it is complete, and sent only when it is', async () => {
    keeping.write({ text: 'A thought' });
    await vi.advanceTimersByTimeAsync(500);
    expect(kept).toEqual([{ contactId: 'ada', subject: '', text: 'A thought' }]);
    expect([keeping.isKept, keeping.isComplete()]).toEqual([true, false]);

    keeping.write({ subject: 'A subject' });
    await vi.advanceTimersByTimeAsync(500);
    expect(kept[1]).toEqual({ subject: 'A subject', text: 'A thought', concurrencyStamp: '1' });
    expect(keeping.isComplete()).toBe(true);
  });

  it('is nothing where nothing was written', async () => {
    expect(await keeping.keep()).toBe(true);
    expect(kept).toEqual([]);
  });
});
