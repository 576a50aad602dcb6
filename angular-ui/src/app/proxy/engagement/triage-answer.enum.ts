import { mapEnumToOptions } from '@abp/ng.core';

export enum TriageAnswer {
  Interested = 'Interested',
  Later = 'Later',
  WrongPerson = 'WrongPerson',
  Objects = 'Objects',
}

export const triageAnswerOptions = mapEnumToOptions(TriageAnswer);
