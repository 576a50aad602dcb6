import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { EnvironmentService } from '@abp/ng.core';
import { throwError } from 'rxjs';
import { OurFailures } from '../host/failures';
import { Downloads } from './downloads';
import { isUnreachable, sentenceOf } from './sentence';

/** jsdom's can't be read. */
function fileOf(text: string): Blob {
  return Object.assign(new Blob([text]), { text: () => Promise.resolve(text) });
}

describe('a file that the host doesn\'t give', () => {
  const told: unknown[] = [];
  let failure: HttpErrorResponse;

  beforeEach(() => {
    told.length = 0;
    TestBed.configureTestingModule({ providers: [
      { provide: HttpClient, useValue: { get: () => throwError(() => failure) } },
      { provide: EnvironmentService, useValue: { getApiUrl: () => '' } },
      { provide: OurFailures, useValue: { tell: (error: unknown) => told.push(error) } },
    ] });
  });

  it('is told in the host\'s words, though they come as a file', async () => {
    failure = new HttpErrorResponse({ status: 403, error: fileOf(JSON.stringify({ error: { message: 'That is not yours to read.' } })) });
    await TestBed.inject(Downloads).save('/api/crm/contacts/file', 'contacts.csv');
    expect(told.map(sentenceOf)).toEqual(['That is not yours to read.']);
  });

  it('is told without words, too', async () => {
    failure = new HttpErrorResponse({ status: 504, error: fileOf('<html>') });
    await TestBed.inject(Downloads).save('/api/crm/contacts/file', 'contacts.csv');
    expect(told.map(error => [sentenceOf(error), isUnreachable(error)])).toEqual([[undefined, true]]);
  });
});
