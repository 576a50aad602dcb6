import { StepKind, type PlaybookStep } from '../proxy/engagement';
import { isoOf, lengthOf } from './length';
import { partsOf } from './sentence-parts';
import { cardOfStep, cardsOf, moved, sameSteps, startingCard, stepsOf } from './steps';

const steps: PlaybookStep[] = [
  { kind: StepKind.SocialTouch, text: 'Hello {FirstName}', needsApproval: false },
  { kind: StepKind.AwaitAnswer, wait: 'P3D', needsApproval: false },
  { kind: StepKind.SendMail, template: 'first-mail', needsApproval: true },
  { kind: StepKind.AwaitAnswer, wait: 'P5D', needsApproval: false },
  { kind: StepKind.AwaitAnswer, wait: 'P2D', needsApproval: false },
  { kind: StepKind.OfferMeeting, template: 'meeting-offer', duration: 'PT30M', wait: 'P14D', needsApproval: false },
  { kind: StepKind.Rest, days: 180, needsApproval: false },
];

describe('a contact plan', () => {
  it('reads a wait and what follows as one sentence', () => {
    expect(cardsOf(steps).map(card => [card.kind, card.wait])).toEqual([
      [StepKind.SocialTouch, ''], [StepKind.SendMail, 'P3D'], [StepKind.AwaitAnswer, 'P5D'], [StepKind.OfferMeeting, 'P2D'], [StepKind.Rest, ''],
    ]);
  });

  it('comes back as it was', () => {
    expect(stepsOf(cardsOf(steps))).toEqual(steps);
    expect(sameSteps(steps, stepsOf(cardsOf(steps)))).toBe(true);
  });

  it('puts what is wrong with a step into its sentence', () => {
    const cards = cardsOf(steps);
    expect([1, 2, 3, 4, 5, 6, 7].map(step => cardOfStep(cards, step))).toEqual([0, 1, 1, 2, 3, 3, 4]);
  });

  it('moves a sentence with its wait, and not beyond the ends', () => {
    const cards = cardsOf(steps);
    expect(moved(cards, 1, -1).map(card => card.kind).slice(0, 2)).toEqual([StepKind.SendMail, StepKind.SocialTouch]);
    expect(moved(cards, 0, -1)).toEqual(cards);
    expect(moved(cards, 4, 1)).toEqual(cards);
  });

  it('begins a step with what it needs', () => {
    expect(stepsOf([startingCard(StepKind.SendMail)])).toHaveLength(2);
    expect(stepsOf([startingCard(StepKind.Rest)])).toEqual([{ kind: StepKind.Rest, days: 180, needsApproval: false }]);
  });
});

describe('a length of time', () => {
  it('is a number and a unit', () => {
    expect(lengthOf('P3D')).toEqual({ count: 3, unit: 'day' });
    expect(lengthOf('PT30M')).toEqual({ count: 30, unit: 'minute' });
    expect(lengthOf('P1M')).toEqual({ count: 1, unit: 'month' });
    expect(isoOf({ count: 2, unit: 'week' })).toBe('P2W');
  });

  it('is left alone where it is richer', () => {
    expect(lengthOf('P1Y6M')).toBeUndefined();
  });
});

describe('a sentence', () => {
  it('is words and places to pick', () => {
    expect(partsOf('Wait {wait}, then')).toEqual([{ words: 'Wait ' }, { slot: 'wait' }, { words: ', then' }]);
  });
});
