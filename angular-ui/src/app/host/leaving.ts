import { newKey } from './new-key';

type Leave = (address: string) => boolean;

let instead: Leave = () => false;

/** The sign-in package leaves the page through here (its `openUri`), for the host's sign-in page and for signing out. */
export function leaveFor(address: string): void {
  if (!instead(address)) window.location.assign(address);
}

/** Whoever answers true has taken care of it, and the page stays. */
export function beforeLeaving(ask: Leave): void {
  instead = ask;
}

const askedAs = 'partnercrm.signing-in-again';
const answeredAs = 'partnercrm.signed-in-again';
const takenAs = 'partnercrm.sign-in-taken';
/** Which sign-in this page waits for: an answer is redeemed by the page that asked, never by two. */
let expected: string | undefined;

/** Remembers which sign-in another window was opened for. */
export function expectAnswer(address: string): void {
  expected = new URL(address).searchParams.get('state') ?? '';
  localStorage.setItem(askedAs, expected);
}

/** In the window that was opened for signing in again: hands the host's answer to the page that waits, and closes. True where this is that window. */
export function handAnswerBack(): boolean {
  const state = new URLSearchParams(window.location.search).get('state');
  if (!state || state !== localStorage.getItem(askedAs)) return false;
  localStorage.removeItem(askedAs);
  localStorage.setItem(answeredAs, window.location.search);
  window.close();
  return true;
}

/** The answer this page waited for; without one, another page of the same person has taken its own, and the tokens are there. */
export function onAnswer(take: (search?: string) => void): void {
  window.addEventListener('storage', event => {
    if (!event.newValue) return;
    if (event.key === takenAs) take();
    if (event.key !== answeredAs || !expected || new URLSearchParams(event.newValue).get('state') !== expected) return;
    expected = undefined;
    localStorage.removeItem(answeredAs);
    take(event.newValue);
  });
}

/** Pages beside this one go on, too. */
export function tellTaken(): void {
  localStorage.setItem(takenAs, newKey());
}
