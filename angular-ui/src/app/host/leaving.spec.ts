import { beforeLeaving, expectAnswer, handAnswerBack, leaveFor, onAnswer } from './leaving';

const login = 'https://crm.example.org/connect/authorize?client_id=PartnerCrm_App&state=abc';

describe('leaving for the sign-in page', () => {
  afterEach(() => {
    localStorage.clear();
    window.history.replaceState(null, '', '/');
  });

  it('is left to whoever takes care of it', () => {
    const asked: string[] = [];
    beforeLeaving(address => asked.push(address) > 0);
    leaveFor(login);
    expect(asked).toEqual([login]);
  });

  it('hands the answer back only from the window that was opened for it', () => {
    const close = vi.spyOn(window, 'close').mockImplementation(() => undefined);
    expectAnswer(login);
    window.history.replaceState(null, '', '/?code=1&state=somebody-else');
    expect(handAnswerBack()).toBe(false);
    expect(close).not.toHaveBeenCalled();

    window.history.replaceState(null, '', '/?code=1&state=abc');
    expect(handAnswerBack()).toBe(true);
    expect(close).toHaveBeenCalled();
    expect(handAnswerBack()).toBe(false);
  });

  it('reaches the page that waits, once', () => {
    const taken: (string | undefined)[] = [];
    onAnswer(search => taken.push(search));
    expectAnswer(login);
    localStorage.setItem('partnercrm.signed-in-again', '?code=1&state=abc');
    window.dispatchEvent(new StorageEvent('storage', { key: 'partnercrm.signed-in-again', newValue: '?code=1&state=abc' }));
    window.dispatchEvent(new StorageEvent('storage', { key: 'partnercrm.signed-in-again', newValue: null }));
    window.dispatchEvent(new StorageEvent('storage', { key: 'partnercrm.signed-in-again', newValue: '?code=1&state=abc' }));
    expect(taken).toEqual(['?code=1&state=abc']);
    expect(localStorage.getItem('partnercrm.signed-in-again')).toBeNull();
  });

  it('is not redeemed by a page that did not ask, which goes on once the other has', () => {
    const taken: (string | undefined)[] = [];
    onAnswer(search => taken.push(search));
    window.dispatchEvent(new StorageEvent('storage', { key: 'partnercrm.signed-in-again', newValue: '?code=2&state=others' }));
    expect(taken).toEqual([]);
    window.dispatchEvent(new StorageEvent('storage', { key: 'partnercrm.sign-in-taken', newValue: 'once' }));
    expect(taken).toEqual([undefined]);
  });
});
