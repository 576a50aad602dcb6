import { inject, provideAppInitializer } from '@angular/core';
import { ReplaceableComponentsService } from '@abp/ng.core';
import { eThemeLeptonXComponents } from '@abp/ng.theme.lepton-x';
import { Footer } from './footer';
import { MobileBar } from './mobile-bar';
import { Navigation } from './navigation';
import { TopbarActions } from './topbar-actions';
import { TopbarSearch } from './topbar-search';

/** Our parts in the theme's frame, by ABP's own way of replacing components: the theme's can't be reached by keyboard. */
export function provideShell() {
  return provideAppInitializer(() => {
    const parts = inject(ReplaceableComponentsService);
    parts.add({ key: eThemeLeptonXComponents.Navbar, component: Navigation });
    parts.add({ key: eThemeLeptonXComponents.Breadcrumb, component: TopbarSearch });
    parts.add({ key: eThemeLeptonXComponents.NavItems, component: TopbarActions });
    parts.add({ key: eThemeLeptonXComponents.MobileNavbar, component: MobileBar });
    parts.add({ key: eThemeLeptonXComponents.Footer, component: Footer });
  });
}
