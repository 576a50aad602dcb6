import { stepsInWords } from './steps-in-words';
import { StepKind } from '../proxy/engagement';

const texts: Record<string, string> = {
  '::Plans:Then': 'Wait {wait}, then ', '::Plans:Step:SocialTouch': 'write to them:', '::Plans:Step:SendMail': 'write {template}, {approval}', '::Plans:Step:Rest': 'rest for {days} days',
  '::Plans:Approval:Yes': 'as a draft', '::Plans:Unit:days': 'days', '::Plans:Unit:week': 'week',
};

describe('the steps of a plan', () => {
  it('are a line each, with what was picked in its place', () => {
    expect(stepsInWords([
      { kind: StepKind.SocialTouch, text: 'Hello {FirstName}', needsApproval: false },
      { kind: StepKind.AwaitAnswer, wait: 'P3D', needsApproval: false },
      { kind: StepKind.SendMail, template: 'first-mail', needsApproval: true },
      { kind: StepKind.AwaitAnswer, wait: 'P1W', needsApproval: false },
      { kind: StepKind.Rest, days: 180, needsApproval: false },
    ], key => texts[key])).toBe('Write to them: Hello {FirstName}\nWait 3 days, then write first-mail, as a draft\nWait 1 week, then rest for 180 days');
  });
});
