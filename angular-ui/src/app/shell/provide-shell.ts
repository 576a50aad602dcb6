import { inject, makeEnvironmentProviders, provideAppInitializer } from '@angular/core';
import { COOKIE_LANGUAGE_KEY, ReplaceableComponentsService, SessionStateService } from '@abp/ng.core';
import { eThemeLeptonXComponents } from '@abp/ng.theme.lepton-x';
import { StyleService } from '@volo/ngx-lepton-x.core';
import { Frame } from './frame';
import { sayWhatIsCutOff } from './pasted';
import { provideRefusals } from './refused';
import { StylesOnce } from './styles-once';

/** ABP keeps the language in a cookie of the folder one is in; the host asks for the one that holds everywhere. */
function rememberLanguage(): void {
  const name = inject(COOKIE_LANGUAGE_KEY);
  inject(SessionStateService).getLanguage$().subscribe(language => {
    if (language) document.cookie = `${name}=${encodeURIComponent(`c=${language}|uic=${language}`)}; Path=/; Max-Age=31536000; SameSite=Lax`;
  });
}

/** Our frame around every screen, ABP's too, by ABP's own way of replacing components: the theme's can't be reached by keyboard. */
export function provideShell() {
  return makeEnvironmentProviders([
    provideAppInitializer(() => {
      inject(ReplaceableComponentsService).add({ key: eThemeLeptonXComponents.ApplicationLayout, component: Frame });
      sayWhatIsCutOff();
      rememberLanguage();
    }),
    { provide: StyleService, useClass: StylesOnce },
    provideRefusals(),
  ]);
}
