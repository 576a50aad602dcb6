import { HttpErrorResponse } from '@angular/common/http';
import { codeOf, isRefused, isStale, isUnreachable, sentenceOf } from './sentence';

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

  it('was answered by nobody when there is no connection, or only the proxy stands', () => {
    expect([0, 502, 504].map(status => isUnreachable(new HttpErrorResponse({ status })))).toEqual([true, true, true]);
    expect([401, 403, 404, 500, 503].some(status => isUnreachable(new HttpErrorResponse({ status })))).toBe(false);
    expect(isUnreachable(new Error('wrapped', { cause: new HttpErrorResponse({ status: 0 }) }))).toBe(true);
    expect(isUnreachable(undefined)).toBe(false);
  });

  it('met somebody else’s change where the version is old, not where a rule refuses', () => {
    expect(isStale(new HttpErrorResponse({ status: 412, error: { error: { code: 'PartnerCrm:VersionStale' } } }))).toBe(true);
    expect(isStale(new HttpErrorResponse({ status: 409, error: { error: { message: 'Changed by another.' } } }))).toBe(true);
    expect(isStale(refused)).toBe(false);
  });

  it('was refused where the host says why, not where it failed or could not be asked', () => {
    expect(isRefused(refused)).toBe(true);
    expect(isRefused(new HttpErrorResponse({ status: 500, error: { error: { message: 'An internal error occurred.' } } }))).toBe(false);
    expect(isRefused(new HttpErrorResponse({ status: 0 }))).toBe(false);
    expect(isRefused(new HttpErrorResponse({ status: 413 }))).toBe(false);
  });
});
