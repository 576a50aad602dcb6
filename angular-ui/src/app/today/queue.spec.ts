import { describe, expect, it } from 'vitest';
import { FollowUpKind, type TodayDto, type TodayItem } from '../proxy/engagement';
import { Queue } from './queue';

const item = (id: string): TodayItem => ({
  id, kind: FollowUpKind.ToDo, title: id, why: '', dueAt: '2026-11-22T08:00:00Z', isOverdue: false, contactId: id, contactName: id, relationshipId: id, answers: ['Done'],
});
const day = (they: string[], mine: string[], first: string[] = []): TodayDto => ({
  day: '2026-11-22',
  theyAnswered: { count: they.length, items: they.map(item) },
  yourTurn: { count: mine.length, items: mine.map(item) },
  checkFirst: { count: first.length, items: first.map(item) },
  tomorrow: 4,
});

function queueOf(...groups: Parameters<typeof day>): Queue {
  const queue = new Queue();
  queue.receive(day(...groups));
  return queue;
}

describe('the queue of a day', () => {
  it('begins with what they answered, and leaves out what is empty', () => {
    const queue = queueOf([], ['a', 'b'], ['c']);
    expect(queue.groups().map(group => group.title)).toEqual(['::Today:Group:YourTurn', '::Today:Group:CheckFirst']);
    expect(queue.selected()?.id).toBe('a');
  });

  it('goes on to the next thing after each, across groups, and back from the last', () => {
    const queue = queueOf(['a'], ['b', 'c']);
    queue.take('a');
    expect(queue.selected()?.id).toBe('b');
    queue.select('c');
    queue.take('c');
    expect(queue.selected()?.id).toBe('b');
    queue.take('b');
    expect(queue.selected()).toBeUndefined();
    expect([queue.left(), queue.doneCount()]).toEqual([0, 3]);
  });

  it('puts back what could not be done, where it was, and makes it the next', () => {
    const queue = queueOf([], ['a', 'b', 'c']);
    queue.take('b');
    queue.putBack('b');
    expect(queue.items().map(each => each.id)).toEqual(['a', 'b', 'c']);
    expect(queue.selected()?.id).toBe('b');
    expect(queue.doneCount()).toBe(0);
  });

  it("isn't confused by a list that was asked for before the host knew", () => {
    const queue = queueOf([], ['a', 'b']);
    queue.take('a');
    queue.receive(day([], ['a', 'b']));
    expect(queue.items().map(each => each.id)).toEqual(['b']);
    queue.finished('a');
    queue.receive(day([], ['b', 'd']));
    expect(queue.items().map(each => each.id)).toEqual(['b', 'd']);
  });

  it('stays near where one was when the chosen thing is done elsewhere', () => {
    const queue = queueOf([], ['a', 'b', 'c']);
    queue.select('b');
    queue.receive(day([], ['a', 'c']));
    expect(queue.selected()?.id).toBe('c');
  });

  it('counts more than it shows', () => {
    const queue = new Queue();
    queue.receive({ ...day([], []), yourTurn: { count: 73, items: [item('a'), item('b')] } });
    queue.take('a');
    expect(queue.groups()[0].count).toBe(72);
  });

  it('steps no further than its ends', () => {
    const queue = queueOf([], ['a', 'b']);
    queue.step(-1);
    expect(queue.selected()?.id).toBe('a');
    queue.step(1);
    queue.step(1);
    expect(queue.selected()?.id).toBe('b');
  });

  it('is empty as soon as it is somebody else\'s', () => {
    const queue = queueOf(['a'], ['b']);
    queue.take('a');
    queue.empty();
    expect([queue.items(), queue.selected(), queue.doneCount(), queue.left()]).toEqual([[], undefined, 0, 0]);
    queue.receive(day(['a'], []));
    expect(queue.items().map(each => each.id)).toEqual(['a']);
  });
});
