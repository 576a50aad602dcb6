import type { Verdict } from './verdict.enum';

export interface ClearanceAnswer {
  verdict?: Verdict;
  reasons?: ClearanceReason[];
  ruleSet?: string;
  validUntil?: string;
  ownerId?: string | null;
  notBefore?: string | null;
  isAllowed?: boolean;
}

export interface ClearanceReason {
  rule?: string;
  sentence?: string;
  facts?: Record<string, string>;
}
