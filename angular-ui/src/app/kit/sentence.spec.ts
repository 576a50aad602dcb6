import { HttpErrorResponse } from '@angular/common/http';
import { codeOf, sentenceOf } from './sentence';

const refused = new HttpErrorResponse({ status: 409, error: { error: { code: 'PartnerCrm.Engagement:StageSkipped', message: 'One rung at a time.', details: 'First In touch.' } } });

describe('a failed request', () => {
  it('speaks the host’s sentence', () => {
    expect(sentenceOf(refused)).toBe('One rung at a time. First In touch.');
    expect(sentenceOf(new Error('wrapped', { cause: refused }))).toBe('One rung at a time. First In touch.');
    expect(codeOf(refused)).toBe('PartnerCrm.Engagement:StageSkipped');
  });

  it('is silent where the host was', () => {
    expect(sentenceOf(new HttpErrorResponse({ status: 0 }))).toBeUndefined();
    expect(sentenceOf(undefined)).toBeUndefined();
  });
});
