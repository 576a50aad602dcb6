import { SandboxAnswerKind } from '../proxy/mail';
import { answerFor } from './practice';

describe('an answer in place of the contact', () => {
  it('chooses the first time of an offer', () => {
    expect(answerFor('m', SandboxAnswerKind.ChooseTime, '')).toEqual({ mailId: 'm', kind: 'ChooseTime', choice: 0 });
  });

  it('has words of its own only where a person would write some', () => {
    expect(answerFor('m', SandboxAnswerKind.Reply, ' Gladly. ').text).toBe('Gladly.');
    expect(answerFor('m', SandboxAnswerKind.Object, 'Never again.').text).toBe('Never again.');
    expect(answerFor('m', SandboxAnswerKind.OutOfOffice, 'Gladly.').text).toBeUndefined();
    expect(answerFor('m', SandboxAnswerKind.Reply, ' ').text).toBeUndefined();
  });
});
