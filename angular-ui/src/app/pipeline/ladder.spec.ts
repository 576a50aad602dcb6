import { describe, expect, it } from 'vitest';
import { Stage } from '../proxy/engagement';
import { beside, ladder, stages, wayTo } from './ladder';

const at = (stage: Stage, rung = stage) => ({ stage, rung });

describe('where a card may go', () => {
  it('climbs one rung at a time', () => {
    expect(wayTo(at(Stage.Social), Stage.Email)).toEqual({ by: 'gate' });
    expect(wayTo(at(Stage.Social), Stage.Meeting)).toEqual({ by: 'none', why: '::Pipeline:No:Skip', next: Stage.Email });
    expect(wayTo(at(Stage.Partnership), Stage.Social)).toEqual({ by: 'none', why: '::Pipeline:No:Back', next: Stage.Meeting });
  });

  it('steps back with a reason, rests until a day, and is closed from anywhere', () => {
    expect(wayTo(at(Stage.Meeting), Stage.Email)).toEqual({ by: 'reason' });
    for (const stage of ladder) {
      expect(wayTo(at(stage), Stage.Resting)).toEqual({ by: 'rest' });
      expect(wayTo(at(stage), Stage.Closed)).toEqual({ by: 'close' });
    }
  });

  it('wakes and reopens only to where it was', () => {
    expect(wayTo(at(Stage.Resting, Stage.Email), Stage.Email)).toEqual({ by: 'reason' });
    expect(wayTo(at(Stage.Resting, Stage.Email), Stage.Social)).toMatchObject({ by: 'none', next: Stage.Email });
    expect(wayTo(at(Stage.Closed, Stage.Social), Stage.Resting)).toMatchObject({ by: 'none', next: Stage.Social });
  });

  it('the arrows end with the board', () => {
    expect(beside(at(Stage.Social), -1)).toBeUndefined();
    expect(beside(at(Stage.Partnership), 1)).toBe(Stage.Resting);
    expect(beside(at(stages.at(-1)!), 1)).toBeUndefined();
  });
});
