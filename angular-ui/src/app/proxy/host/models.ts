import type { FirstStep } from './first-step.enum';
import type { RealMailCheck } from './real-mail-check.enum';
import type { CheckState } from './check-state.enum';

export interface ColleagueDto {
  id: string;
  userName: string;
  name?: string | null;
  surname?: string | null;
  email: string;
}

export interface DemoDataRemoved {
  rows: number;
}

export interface FirstRunDto {
  isDismissed: boolean;
  isPractice: boolean;
  hasDemoData: boolean;
  steps: FirstStepDto[];
}

export interface FirstStepDto {
  step: FirstStep;
  isDone: boolean;
}

export interface RealMailCheckDto {
  check: RealMailCheck;
  state: CheckState;
  sentence: string;
}

export interface RealMailChecksInput {
  lookUp: boolean;
}
