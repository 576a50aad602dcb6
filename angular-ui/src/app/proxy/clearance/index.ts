export * from './contact-clearances.service';
export * from './holds.service';
export * from './models';
export * from './owner-request-state.enum';
export * from './owner-requests.service';
export * from './suppression-reason.enum';
export * from './suppressions.service';
