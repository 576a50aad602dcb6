export * from './contacts.service';
export * from './models';
export * from './organisations.service';
