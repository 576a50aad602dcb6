import type { PlaybookStep } from '../proxy/engagement';
import { lengthOf } from './length';
import { capitalised, partsOf } from './sentence-parts';
import { cardsOf, type Card } from './steps';

type Translate = (key: string, ...given: string[]) => string;

/** The steps as the editor says them, a line each: to be read, not changed. */
export function stepsInWords(steps: readonly PlaybookStep[], translate: Translate): string {
  return cardsOf(steps).map(card => {
    const filled = (key: string) => partsOf(translate(key)).map(part => ('words' in part ? part.words : valueOf(card, part.slot, translate))).join('');
    const before = card.wait && card.kind !== 'AwaitAnswer' ? filled('::Plans:Then') : '';
    return [capitalised(before + filled(`::Plans:Step:${card.kind}`)), card.text].filter(Boolean).join(' ');
  }).join('\n');
}

function valueOf(card: Card, slot: string, translate: Translate): string {
  switch (slot) {
    case 'wait': return lengthInWords(card.wait, translate);
    case 'duration': return lengthInWords(card.duration, translate);
    case 'stands': return lengthInWords(card.stands || 'P14D', translate);
    case 'template': return card.template;
    case 'approval': return translate(`::Plans:Approval:${card.needsApproval ? 'Yes' : 'No'}`);
    case 'days': return String(card.days ?? '');
    default: return '';
  }
}

function lengthInWords(iso: string, translate: Translate): string {
  const length = lengthOf(iso);
  return length ? `${length.count} ${translate(`::Plans:Unit:${length.unit}${length.count === 1 ? '' : 's'}`)}` : iso;
}
