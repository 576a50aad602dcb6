import { TestBed } from '@angular/core/testing';
import { LocalizationService } from '@abp/ng.core';
import { ToldOfMany } from './told-of-many';
import { Toasts } from './toasts';

describe('what is told after one thing was asked for many', () => {
  const said: string[] = [];
  const refused = (id: string) => ({ id, name: `Org ${id}`, isDone: false, sentence: 'has contacts' });

  beforeEach(() => {
    said.length = 0;
    TestBed.configureTestingModule({
      providers: [
        { provide: Toasts, useValue: { done: (text: string) => said.push(`done ${text}`), failed: (text: string) => said.push(`failed ${text}`) } },
        { provide: LocalizationService, useValue: { instant: (_: string, ...values: string[]) => values.join(' of ') } },
      ],
    });
  });

  it('is how many were done, and the reasons of the first that were not', () => {
    const left = TestBed.inject(ToldOfMany).tell([{ id: '1', name: 'Org 1', isDone: true, sentence: undefined }, refused('2'), refused('3'), refused('4')]);

    expect(said).toEqual(['done 1 of 4', 'failed Org 2: has contacts', 'failed Org 3: has contacts']);
    expect([...left]).toEqual(['2', '3', '4']);
  });

  it('is a failure where nothing was done', () => {
    TestBed.inject(ToldOfMany).tell([refused('1')]);

    expect(said).toEqual(['failed 0 of 1', 'failed Org 1: has contacts']);
  });
});
