export * from './contact-bulk-action.enum';
export * from './contact-field.enum';
export * from './contact-merges.service';
export * from './contacts.service';
export * from './merge-suggestions.service';
export * from './models';
export * from './organisations.service';
export * from './saved-views.service';
