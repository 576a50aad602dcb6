import * as Auditing from './auditing';
export { Auditing };
