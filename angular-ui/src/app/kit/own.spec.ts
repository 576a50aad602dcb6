import { TestBed } from '@angular/core/testing';
import { ConfigStateService } from '@abp/ng.core';
import { BehaviorSubject } from 'rxjs';
import { Own } from './own';

describe('what the browser remembers for somebody', () => {
  const user = new BehaviorSubject('ada');
  let own: Own;

  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    user.next('ada');
    TestBed.configureTestingModule({ providers: [{ provide: ConfigStateService, useValue: { getDeep$: () => user } }] });
    own = TestBed.inject(Own);
  });

  it('is found by nobody else', () => {
    own.keep('recent', ['Somebody']);
    user.next('ben');
    expect(own.read('recent')).toBeUndefined();
    own.keep('recent', ['Somebody else']);
    user.next('ada');
    expect(own.read('recent')).toEqual(['Somebody']);
  });

  it('ends with signing out, and nothing of others does', () => {
    localStorage.setItem('partnercrm.single-keys', 'off');
    own.keep('recent', ['Somebody']);
    own.keep('unsaved', { name: 'A plan' }, sessionStorage);
    user.next('ben');
    own.keep('recent', ['Somebody else']);
    user.next('ada');
    own.forget();
    expect([own.read('recent'), own.read('unsaved', sessionStorage)]).toEqual([undefined, undefined]);
    expect(localStorage.getItem('partnercrm.single-keys')).toBe('off');
    user.next('ben');
    expect(own.read('recent')).toEqual(['Somebody else']);
  });

  it('is nothing where it can\'t be read', () => {
    localStorage.setItem('partnercrm.own.ada.recent', '{half');
    expect(own.read('recent')).toBeUndefined();
  });
});
