export * from './channel.enum';
export * from './direction.enum';
export * from './hold-scope.enum';
export * from './match-certainty.enum';
export * from './models';
export * from './purpose.enum';
export * from './subscriber-type.enum';
export * from './verdict.enum';
