import { ContactField } from '../proxy/partners/contact-field.enum';
import type { ContactDto } from '../proxy/partners/models';

export interface Disagreement {
  field: ContactField;
  kept: string;
  other: string;
  /** Both know something, and not the same: somebody has to choose. */
  isOpen: boolean;
}

const valueOf: Record<ContactField, (contact: ContactDto) => string | null | undefined> = {
  [ContactField.Name]: contact => [contact.firstName, contact.lastName].filter(Boolean).join(' '),
  [ContactField.Email]: contact => contact.email,
  [ContactField.Phone]: contact => contact.phone,
  [ContactField.Position]: contact => contact.position,
  [ContactField.Organisation]: contact => contact.organisationName,
  [ContactField.Country]: contact => contact.country,
  [ContactField.Language]: contact => contact.language,
  [ContactField.TimeZone]: contact => contact.timeZone,
  [ContactField.Profile]: contact => contact.profiles?.find(each => each.channel === 'LinkedIn')?.slug,
};

/** What two contacts that are one person say of them, field by field; what neither knows is left out. */
export function sideBySide(kept: ContactDto, other: ContactDto): Disagreement[] {
  return Object.values(ContactField)
    .map(field => ({ field, kept: valueOf[field](kept) ?? '', other: valueOf[field](other) ?? '' }))
    .filter(each => each.kept || each.other)
    .map(each => ({ ...each, isOpen: !!each.kept && !!each.other && each.kept !== each.other }));
}
