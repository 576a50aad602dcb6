export * from './import-source.enum';
export * from './import-status.enum';
export * from './imports.service';
export * from './models';
export * from './resolution.enum';
