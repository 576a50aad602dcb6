import { describe, expect, it } from 'vitest';
import { FollowUpKind } from '../proxy/engagement';
import { choicesOf, iconOf } from './choices';

const all = { triage: true, approve: true, review: true };
const none = { triage: false, approve: false, review: false };

describe('what a key does', () => {
  it('a reply takes the four answers in the order of the rules', () => {
    expect(choicesOf({ kind: FollowUpKind.Triage }, all).map(choice => choice.title)).toEqual(['::Today:Interested', '::Today:Later', '::Today:WrongPerson', '::Today:Objects']);
  });

  it('what can be taken back is not asked about before; what can not is said twice or said so', () => {
    const objects = choicesOf({ kind: FollowUpKind.Triage }, all)[3];
    expect(objects).toMatchObject({ asks: 'sure' });
    expect(objects.canUndo).toBeFalsy();
    for (const kind of Object.values(FollowUpKind)) for (const choice of choicesOf({ kind }, all)) expect(choice.asks === 'sure' && choice.canUndo).toBeFalsy();
  });

  it('every kind has an icon and, with all rights, something to press', () => {
    for (const kind of Object.values(FollowUpKind)) {
      expect(iconOf(kind)).toBeTruthy();
      expect(choicesOf({ kind }, all).length).toBeGreaterThan(0);
    }
  });

  it('nothing is offered that the host would refuse', () => {
    expect(choicesOf({ kind: FollowUpKind.Triage }, none)).toEqual([]);
    expect(choicesOf({ kind: FollowUpKind.ApproveDraft }, none)).toEqual([]);
    expect(choicesOf({ kind: FollowUpKind.ReviewObjection }, none).map(choice => choice.title)).toEqual(['::Today:Done']);
  });
});
