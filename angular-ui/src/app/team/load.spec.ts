import { describe, expect, it } from 'vitest';
import type { CapacityDto } from '../proxy/engagement';
import { loadOf } from './load';

const owner = (has: Partial<CapacityDto>): CapacityDto =>
  ({ ownerId: '1', startedThisWeek: 0, startsLimit: 5, active: 0, activeLimit: 15, queued: 0, awaitingOwner: 0, free: 5, openTasks: 0, overdueTasks: 0, ...has });

describe('how much somebody has on', () => {
  it('is a share of what they can carry, and never more than a full bar', () => {
    expect(loadOf(owner({ active: 3, startedThisWeek: 5 }))).toEqual({ active: 20, started: 100, tooMuch: [] });
    expect(loadOf(owner({ active: 30 })).active).toBe(100);
    expect(loadOf(owner({ active: 1, activeLimit: 0 })).active).toBe(100);
  });

  it('says what is too much', () => {
    expect(loadOf(owner({ active: 16, queued: 6, overdueTasks: 1 })).tooMuch).toHaveLength(3);
    expect(loadOf(owner({ active: 15, queued: 5 })).tooMuch).toEqual([]);
  });
});
