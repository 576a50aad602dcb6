import type { Verdict } from './verdict.enum';

export interface RelationshipOverview {
  id: string;
  contactId: string;
  contactName: string;
  ownerId: string;
  stage: string;
  they: number;
  we: number;
  unanswered: number;
  restingUntil?: string | null;
  closedBecause?: string | null;
  lastTouchpointAt?: string | null;
  nextStep?: string | null;
  nextDue?: string | null;
}

export interface BulkItemDto {
  id: string;
  name: string;
  isDone: boolean;
  sentence?: string | null;
}

export interface ClearanceAnswer {
  verdict: Verdict;
  reasons: ClearanceReason[];
  ruleSet: string;
  validUntil: string;
  ownerId?: string | null;
  notBefore?: string | null;
  heldBy?: string | null;
  isAllowed?: boolean;
}

export interface ClearanceReason {
  rule: string;
  sentence: string;
  facts: Record<string, string>;
}
