import { StepKind, type PlaybookStep } from '../proxy/engagement';

/** A step as it is read: the wait before it and what happens then are one sentence. `Wait` is a wait that nothing follows. */
export interface Card {
  id: number;
  kind: StepKind;
  /** Before it, ISO 8601; empty: at once. */
  wait: string;
  text: string;
  template: string;
  needsApproval: boolean;
  /** How long the meeting is. */
  duration: string;
  /** How long the offer stands. */
  stands: string;
  days: number | null;
}

export const kinds = [StepKind.SocialTouch, StepKind.SendMail, StepKind.Reminder, StepKind.OfferMeeting, StepKind.AwaitAnswer, StepKind.Rest] as const;

const beginnings: Record<StepKind, Partial<Card>> = {
  [StepKind.SocialTouch]: {},
  [StepKind.AwaitAnswer]: { wait: 'P3D' },
  [StepKind.SendMail]: { wait: 'P3D', template: 'first-mail', needsApproval: true },
  [StepKind.Reminder]: { wait: 'P5D', template: 'reminder-1' },
  [StepKind.OfferMeeting]: { wait: 'P7D', template: 'meeting-offer', duration: 'PT30M', stands: 'P14D' },
  [StepKind.Rest]: { days: 180 },
};

let last = 0;

export function newCard(kind: StepKind, given: Partial<Card> = {}): Card {
  return { id: ++last, kind, wait: '', text: '', template: '', needsApproval: false, duration: '', stands: '', days: null, ...given };
}

export function startingCard(kind: StepKind): Card {
  return newCard(kind, beginnings[kind]);
}

/** A wait goes into the sentence of what it waits before; the second of two waits stays alone. */
export function cardsOf(steps: readonly PlaybookStep[]): Card[] {
  const cards: Card[] = [];
  let wait = '';
  for (const [index, step] of steps.entries()) {
    const following = steps[index + 1]?.kind;
    if (step.kind === StepKind.AwaitAnswer && following && following !== StepKind.AwaitAnswer) {
      wait = step.wait ?? '';
      continue;
    }
    cards.push(newCard(step.kind!, {
      wait: step.kind === StepKind.AwaitAnswer ? (step.wait ?? '') : wait,
      text: step.text ?? '', template: step.template ?? '', needsApproval: step.needsApproval ?? false,
      duration: step.duration ?? '', stands: step.kind === StepKind.OfferMeeting ? (step.wait ?? '') : '', days: step.days ?? null,
    }));
    wait = '';
  }
  return cards;
}

export function stepsOf(cards: readonly Card[]): PlaybookStep[] {
  return cards.flatMap(card => {
    const waiting: PlaybookStep[] = card.wait ? [{ kind: StepKind.AwaitAnswer, wait: card.wait, needsApproval: false }] : [];
    const step: PlaybookStep = { kind: card.kind, needsApproval: false };
    switch (card.kind) {
      case StepKind.AwaitAnswer: return [{ kind: card.kind, wait: card.wait, needsApproval: false }];
      case StepKind.SocialTouch: return [...waiting, { ...step, text: card.text }];
      case StepKind.SendMail:
      case StepKind.Reminder: return [...waiting, { ...step, template: card.template, needsApproval: card.needsApproval }];
      case StepKind.OfferMeeting: return [...waiting, { ...step, template: card.template, duration: card.duration, wait: card.stands || undefined }];
      default: return [...waiting, { ...step, days: card.days ?? undefined }];
    }
  });
}

/** Which card a step of the host (from 1) is in. */
export function cardOfStep(cards: readonly Card[], number: number): number {
  let steps = 0;
  return cards.findIndex(card => (steps += stepsOf([card]).length) >= number);
}

export function moved(cards: readonly Card[], from: number, by: number): Card[] {
  const to = from + by;
  if (to < 0 || to >= cards.length) return [...cards];
  const next = [...cards];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

export function sameSteps(one: readonly PlaybookStep[], other: readonly PlaybookStep[]): boolean {
  const told = (steps: readonly PlaybookStep[]) => JSON.stringify(stepsOf(cardsOf(steps)));
  return told(one) === told(other);
}
