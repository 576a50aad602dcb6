import { inject, provideAppInitializer } from '@angular/core';
import { Router } from '@angular/router';
import { PermissionService } from '@abp/ng.core';
import { firstValueFrom } from 'rxjs';
import type { Command } from '../commands/command';
import { CommandRegistry } from '../commands/command-registry';
import { OrganisationsService } from '../proxy/partners/organisations.service';

const shown = 4;

/** Organisations in the palette, found while typing. */
export function provideOrganisationSearch() {
  return provideAppInitializer(() => {
    const [organisations, router, permissions] = [inject(OrganisationsService), inject(Router), inject(PermissionService)];
    inject(CommandRegistry).addSearch({
      id: 'organisations',
      find: async text => {
        if (!permissions.getGrantedPolicy('PartnerCrm.Partners.Organisations')) return [];
        const page = await firstValueFrom(organisations.getList({ filter: text, skipCount: 0, maxResultCount: shown }, { skipHandleError: true }));
        return (page.items ?? []).map((row): Command => ({
          id: `organisations.${row.id}`, title: row.name ?? '', hint: row.country ?? '', group: 'organisations', icon: 'buildings', run: () => router.navigate(['/organisations', row.id]),
        }));
      },
    });
  });
}
