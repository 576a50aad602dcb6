/** A piece of a sentence: words, or a place where something is picked. */
export type Part = { words: string } | { slot: string };

/** `Wait {wait}, then` → words, slot, words. */
export function partsOf(sentence: string): Part[] {
  return sentence.split(/(\{\w+\})/).filter(Boolean).map(piece => (/^\{\w+\}$/.test(piece) ? { slot: piece.slice(1, -1) } : { words: piece }));
}

export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
