import { inject, makeEnvironmentProviders, provideAppInitializer } from '@angular/core';
import { ReplaceableComponentsService } from '@abp/ng.core';
import { eThemeLeptonXComponents } from '@abp/ng.theme.lepton-x';
import { StyleService } from '@volo/ngx-lepton-x.core';
import { Frame } from './frame';
import { sayWhatIsCutOff } from './pasted';
import { provideRefusals } from './refused';
import { StylesOnce } from './styles-once';

/** Our frame around every screen, ABP's too, by ABP's own way of replacing components: the theme's can't be reached by keyboard. */
export function provideShell() {
  return makeEnvironmentProviders([
    provideAppInitializer(() => {
      inject(ReplaceableComponentsService).add({ key: eThemeLeptonXComponents.ApplicationLayout, component: Frame });
      sayWhatIsCutOff();
    }),
    { provide: StyleService, useClass: StylesOnce },
    provideRefusals(),
  ]);
}
