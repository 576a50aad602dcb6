import type { Environment } from '@abp/ng.core';
import { leaveFor } from '../app/host/leaving';

// The host serves the UI, so the address the page came from is also the API's and the issuer's.
const host = window.location.origin;
const page = window.location.origin;

export const environment = {
  production: true,
  application: { baseUrl: page, name: 'PartnerCrm', logoUrl: '' },
  localization: { defaultResourceName: 'PartnerCrm' },
  oAuthConfig: {
    issuer: `${host}/`,
    redirectUri: page,
    postLogoutRedirectUri: page,
    clientId: 'PartnerCrm_App',
    responseType: 'code',
    scope: 'offline_access PartnerCrm',
    // Plain http is for localhost and for a trusted network behind a proxy.
    requireHttps: host.startsWith('https:'),
    openUri: leaveFor,
  },
  apis: { default: { url: host, rootNamespace: 'PartnerCrm' } },
} satisfies Environment;
