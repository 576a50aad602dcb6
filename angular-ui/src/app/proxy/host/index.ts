export * from './colleagues.service';
export * from './models';
