import { inject, provideAppInitializer } from '@angular/core';
import { ReplaceableComponentsService } from '@abp/ng.core';
import { eThemeLeptonXComponents } from '@abp/ng.theme.lepton-x';
import { Frame } from './frame';

/** Our frame around every screen, ABP's too, by ABP's own way of replacing components: the theme's can't be reached by keyboard. */
export function provideShell() {
  return provideAppInitializer(() => {
    inject(ReplaceableComponentsService).add({ key: eThemeLeptonXComponents.ApplicationLayout, component: Frame });
  });
}
