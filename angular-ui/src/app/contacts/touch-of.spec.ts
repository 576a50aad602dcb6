import { touchOf } from './touch-of';

describe('what is written down', () => {
  it('as a note reached nobody', () => {
    expect(touchOf('note', false, 'Likes mornings', '')).toMatchObject({ channel: 'Internal', direction: 'FromUs', kind: 'Note', at: null });
  });

  it('as their mail is an answer', () => {
    expect(touchOf('mail', true, 'Yes', '')).toMatchObject({ channel: 'Email', direction: 'FromThem', kind: 'PersonalReply' });
    expect(touchOf('mail', false, 'Hello', '')).toMatchObject({ direction: 'FromUs', kind: 'Mail' });
  });

  it('keeps the moment it happened', () => {
    expect(touchOf('call', false, '', '2026-11-12T09:30:00.000Z').at).toBe('2026-11-12T09:30:00.000Z');
  });
});
