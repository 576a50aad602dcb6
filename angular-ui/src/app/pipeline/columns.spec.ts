import { describe, expect, it } from 'vitest';
import { Stage } from '../proxy/engagement';
import { Columns } from './columns';
import type { Card } from './ladder';

const card = (id: string, stage: Stage): Card => ({ id, contactId: `contact of ${id}`, contactName: id, ownerId: 'robin', stage, rung: stage, they: 0, we: 0, unanswered: 0 });
const idsOf = (columns: Columns, stage: Stage) => columns.of(stage).cards.map(each => each.id);

function board(): Columns {
  const columns = new Columns();
  columns.receive([
    { stage: Stage.Social, count: 30, cards: [card('a', Stage.Social), card('b', Stage.Social)] },
    { stage: Stage.Email, count: 1, cards: [card('c', Stage.Email)] },
  ]);
  return columns;
}

describe('the columns of the board', () => {
  it('a card moves at once, with both counts', () => {
    const columns = board();
    columns.move(columns.find('a')!, Stage.Email, 1);
    expect(idsOf(columns, Stage.Email)).toEqual(['c', 'a']);
    expect([columns.of(Stage.Social).count, columns.of(Stage.Email).count]).toEqual([29, 2]);
    expect(columns.find('a')).toMatchObject({ stage: Stage.Email, rung: Stage.Email });
  });

  it('and back where it was, if the host says no', () => {
    const columns = board();
    const back = columns.move(columns.find('b')!, Stage.Email);
    back();
    expect(idsOf(columns, Stage.Social)).toEqual(['a', 'b']);
    expect(columns.of(Stage.Email).count).toBe(1);
  });

  it('resting keeps the rung it wakes to', () => {
    const columns = board();
    columns.move(columns.find('c')!, Stage.Resting);
    expect(columns.find('c')).toMatchObject({ stage: Stage.Resting, rung: Stage.Email });
  });

  it('takes what the host says of a card, and keeps what it leaves out', () => {
    const columns = new Columns();
    columns.receive([{ stage: Stage.Social, count: 1, cards: [{ ...card('a', Stage.Social), ownerName: 'Robin Sample' }] }]);
    columns.settle({ ...card('a', Stage.Meeting), they: 5, ownerName: null });
    expect(columns.find('a')).toMatchObject({ stage: Stage.Meeting, they: 5, ownerName: 'Robin Sample' });
  });

  it('appends a page without doubling what moved in meanwhile', () => {
    const columns = board();
    columns.append(Stage.Social, [card('b', Stage.Social), card('d', Stage.Social)], 31);
    expect(idsOf(columns, Stage.Social)).toEqual(['a', 'b', 'd']);
    expect(columns.of(Stage.Social).count).toBe(31);
  });
});
