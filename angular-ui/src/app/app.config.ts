import { provideHttpClient, withInterceptors, withInterceptorsFromDi } from '@angular/common/http';
import { provideZoneChangeDetection, type ApplicationConfig } from '@angular/core';
import { provideAnimations } from '@angular/platform-browser/animations';
import { provideRouter, withComponentInputBinding, withInMemoryScrolling } from '@angular/router';
import { provideAccountConfig } from '@abp/ng.account/config';
import { provideAbpCore, withOptions } from '@abp/ng.core';
import { registerLocaleForEsBuild } from '@abp/ng.core/locale';
import { provideFeatureManagementConfig } from '@abp/ng.feature-management';
import { provideIdentityConfig } from '@abp/ng.identity/config';
import { provideAbpOAuth } from '@abp/ng.oauth';
import { provideSettingManagementConfig } from '@abp/ng.setting-management/config';
import { provideTenantManagementConfig } from '@abp/ng.tenant-management/config';
import { provideThemeLeptonX } from '@abp/ng.theme.lepton-x';
import { provideAccountLayout } from '@abp/ng.theme.lepton-x/account';
import { provideSideMenuLayout } from '@abp/ng.theme.lepton-x/layouts';
import { provideAbpThemeShared, provideLogo, withEnvironmentOptions } from '@abp/ng.theme.shared';
import { environment } from '../environments/environment';
import { routes } from './app.routes';
import { provideContactSearch } from './contacts/contact-search';
import { provideFailures } from './host/failures';
import { keepSession } from './host/keep-session';
import { markReads } from './host/mark-reads';
import { postOnce } from './host/once';
import { carryVersions } from './host/versions';
import { watchConnection } from './host/watch-connection';
import { provideMenu } from './menu';
import { provideOrganisationSearch } from './organisations/organisation-search';
import { provideAbpPages } from './shell/abp-pages';
import { provideShell } from './shell/provide-shell';

export const appConfig: ApplicationConfig = {
  providers: [
    // Each event is drawn before the next one comes: a quick second key, or letter, means what the first one brought.
    provideZoneChangeDetection({ eventCoalescing: false }),
    provideRouter(routes, withComponentInputBinding(), withInMemoryScrolling({ scrollPositionRestoration: 'enabled' })),
    provideAnimations(),
    provideHttpClient(withInterceptorsFromDi(), withInterceptors([markReads, postOnce, keepSession, carryVersions, watchConnection])),
    provideAbpCore(withOptions({ environment, registerLocaleFn: registerLocaleForEsBuild(), disableProjectNameInTitle: true })),
    provideAbpOAuth(),
    provideAbpThemeShared(),
    provideThemeLeptonX(),
    provideSideMenuLayout(),
    provideAccountLayout(),
    provideLogo(withEnvironmentOptions(environment)),
    provideAccountConfig(),
    provideIdentityConfig(),
    provideTenantManagementConfig(),
    provideSettingManagementConfig(),
    provideFeatureManagementConfig(),
    provideFailures(),
    provideMenu(),
    provideShell(),
    provideAbpPages(),
    provideContactSearch(),
    provideOrganisationSearch(),
  ],
};
