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

/** Remembers which sign-in another window was opened for. */
export function expectAnswer(address: string): void {
  localStorage.setItem(askedAs, new URL(address).searchParams.get('state') ?? '');
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

export function onAnswer(take: (search: string) => void): void {
  window.addEventListener('storage', event => {
    if (event.key !== answeredAs || !event.newValue) return;
    localStorage.removeItem(answeredAs);
    take(event.newValue);
  });
}
