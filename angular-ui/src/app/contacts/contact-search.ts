import { effect, inject, provideAppInitializer } from '@angular/core';
import { Router } from '@angular/router';
import { LocalizationService, PermissionService } from '@abp/ng.core';
import { firstValueFrom } from 'rxjs';
import type { Command } from '../commands/command';
import { CommandRegistry } from '../commands/command-registry';
import { ContactsService } from '../proxy/partners/contacts.service';
import { RecentContacts } from './recent';

const shown = 6;

/** Contacts in the palette: found while typing, offered to be created where nobody was found, those opened last before anything is typed. */
export function provideContactSearch() {
  return provideAppInitializer(() => {
    const [registry, contacts, router, permissions, texts, recent] = [inject(CommandRegistry), inject(ContactsService), inject(Router), inject(PermissionService), inject(LocalizationService), inject(RecentContacts)];
    const may = (what = '') => permissions.getGrantedPolicy(`PartnerCrm.Partners.Contacts${what}`);
    const open = (id: string) => router.navigate(['/contacts', id]);
    registry.addSearch({
      id: 'contacts',
      find: async text => {
        if (!may()) return [];
        const page = await firstValueFrom(contacts.getList({ filter: text, skipCount: 0, maxResultCount: shown }, { skipHandleError: true }));
        return (page.items ?? []).map((row): Command => ({
          id: `contacts.${row.id}`, title: [row.firstName, row.lastName].filter(Boolean).join(' '), hint: row.organisationName ?? '', group: 'contacts', icon: 'person', run: () => open(row.id!),
        }));
      },
      otherwise: text => (may('.Create')
        ? { id: 'contacts.create-named', title: texts.instant('::Contacts:CreateNamed', text), group: 'create', icon: 'person-plus', run: () => router.navigate(['/contacts/new'], { queryParams: { name: text } }) }
        : undefined),
    });
    effect(onCleanup => {
      onCleanup(registry.add(recent.all().map((each): Command => ({ id: `recent.${each.id}`, title: each.name, group: 'recent', icon: 'clock-history', run: () => open(each.id) }))));
    });
  });
}
