import { TestBed } from '@angular/core/testing';
import { ConfigStateService, SessionStateService } from '@abp/ng.core';
import { of } from 'rxjs';
import { Zone } from './zone';

describe('what a person types of dates and reads of numbers', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-11-22T12:30:00Z') });
    TestBed.configureTestingModule({ providers: [
      { provide: SessionStateService, useValue: { getLanguage: () => 'de', getLanguage$: () => of('de') } },
      { provide: ConfigStateService, useValue: { getDeep$: () => of('Pacific/Auckland') } },
    ] });
  });

  afterEach(() => vi.useRealTimers());

  it('is of their setting, wherever the device is', () => {
    const zone = TestBed.inject(Zone);
    expect(zone.dayFrom(0)).toBe('2026-11-23');
    expect(zone.dayFrom(14)).toBe('2026-12-07');
    expect(zone.beginOf('2026-12-07')).toBe('2026-12-06T11:00:00.000Z');
    expect(zone.beginOf('2026-12-07', 1)).toBe('2026-12-07T11:00:00.000Z');
    expect(zone.morningOf('2026-12-07')).toBe('2026-12-06T20:00:00.000Z');
    expect(zone.momentOf('2026-12-07T10:30')).toBe('2026-12-06T21:30:00.000Z');
    expect([zone.country('DE'), zone.country('x')]).toEqual(['Deutschland', 'x']);
    expect(zone.number(12_345)).toBe('12.345');
  });
});
