export * from './check-state.enum';
export * from './colleagues.service';
export * from './demo-data.service';
export * from './first-runs.service';
export * from './first-step.enum';
export * from './models';
export * from './real-mail-check.enum';
export * from './real-mail-checks.service';
