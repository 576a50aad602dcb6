import { signal } from '@angular/core';
import { Stage, type RelationshipColumnDto } from '../proxy/engagement';
import { stages, type Card } from './ladder';

export interface Column {
  stage: Stage;
  count: number;
  cards: Card[];
}

/** The board's columns as they are on the screen: cards move at once, and back if the host says no. */
export class Columns {
  private readonly held = signal<readonly Column[]>([]);
  readonly all = this.held.asReadonly();

  receive(columns: readonly RelationshipColumnDto[]): void {
    this.held.set(stages.map(stage => {
      const column = columns.find(each => each.stage === stage);
      return { stage, count: column?.count ?? 0, cards: [...(column?.cards ?? [])] };
    }));
  }

  of(stage: Stage): Column {
    return this.held().find(column => column.stage === stage) ?? { stage, count: 0, cards: [] };
  }

  find(id: string): Card | undefined {
    return this.held().flatMap(column => column.cards).find(card => card.id === id);
  }

  /** To the top of its new column, or where it was dropped; gives back how to undo it. */
  move(card: Card, to: Stage, at = 0): () => void {
    const before = this.held();
    this.held.set(before.map(column => {
      const without = column.cards.filter(other => other.id !== card.id);
      const had = without.length < column.cards.length;
      if (column.stage === to) {
        const cards = [...without.slice(0, at), { ...card, stage: to, rung: to === Stage.Resting || to === Stage.Closed ? card.rung : to }, ...without.slice(at)];
        return { ...column, cards, count: column.count + (had ? 0 : 1) };
      }
      return column.stage === card.stage ? { ...column, cards: without, count: Math.max(0, column.count - 1) } : { ...column, cards: without };
    }));
    return () => this.held.set(before);
  }

  /** As the host has it now: in its column, wherever that is. */
  settle(card: Card): void {
    const shown = this.find(card.id);
    if (!shown) return;
    if (shown.stage !== card.stage) this.move(shown, card.stage);
    this.held.update(columns => columns.map(column => ({ ...column, cards: column.cards.map(other => (other.id === card.id ? { ...other, ...known(card) } : other)) })));
  }

  append(stage: Stage, more: readonly Card[], count: number): void {
    this.held.update(columns => columns.map(column => {
      if (column.stage !== stage) return column;
      const have = new Set(column.cards.map(card => card.id));
      return { ...column, count, cards: [...column.cards, ...more.filter(card => !have.has(card.id))] };
    }));
  }
}

// What a move doesn't answer with stays as it was read.
function known(card: Card): Partial<Card> {
  return Object.fromEntries(Object.entries(card).filter(([key, value]) => value !== null && value !== undefined || key === 'restingUntil'));
}
