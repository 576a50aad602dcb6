import { HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { EnvironmentService } from '@abp/ng.core';
import { Connection, againWhenBack } from './connection';

describe('the connection to the host', () => {
  const answers: (() => Promise<Response>)[] = [];
  const nobody = () => Promise.reject(new TypeError('Failed to fetch'));
  const host = (status: number) => () => Promise.resolve(new Response(null, { status }));
  let asked: string[];

  beforeEach(() => {
    vi.useFakeTimers();
    asked = [];
    answers.length = 0;
    vi.stubGlobal('fetch', (address: string) => {
      asked.push(address);
      return (answers.shift() ?? host(200))();
    });
    TestBed.configureTestingModule({ providers: [{ provide: EnvironmentService, useValue: { getApiUrl: () => 'https://crm.example.org' } }] });
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('is asked for, less and less often, until somebody answers', async () => {
    const connection = TestBed.inject(Connection);
    answers.push(nobody, host(502), host(503));
    connection.lose();
    expect(connection.lost()).toBe(true);

    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toEqual(['https://crm.example.org/health']);
    await vi.advanceTimersByTimeAsync(2000);
    expect([asked.length, connection.lost()]).toEqual([2, true]);
    await vi.advanceTimersByTimeAsync(4000);
    expect([asked.length, connection.lost(), connection.returned()]).toEqual([3, false, 1]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveLength(3);
  });

  it('is back as soon as any request is answered', async () => {
    const connection = TestBed.inject(Connection);
    connection.lose();
    connection.find();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([connection.lost(), asked.length]).toEqual([false, 0]);
  });

  it('brings back what failed for want of it, and nothing else', () => {
    const again: string[] = [];
    TestBed.runInInjectionContext(() => {
      againWhenBack(() => new HttpErrorResponse({ status: 0 }), () => again.push('unreachable'));
      againWhenBack(() => new HttpErrorResponse({ status: 500 }), () => again.push('failed'));
      againWhenBack(() => undefined, () => again.push('fine'));
    });
    TestBed.tick();
    const connection = TestBed.inject(Connection);
    connection.lose();
    connection.find();
    TestBed.tick();
    expect(again).toEqual(['unreachable']);
  });
});
