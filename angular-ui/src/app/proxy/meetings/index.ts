export * from './meeting-state.enum';
export * from './meetings.service';
export * from './models';
export * from './offer-state.enum';
export * from './offers.service';
