import type { Environment } from '@abp/ng.core';
import { leaveFor } from '../app/host/leaving';

// `npm start` serves the page at :4200, and the host answers at its own address, which it allows in development.
const host = 'http://localhost:5080';
const page = window.location.origin;

export const environment = {
  production: false,
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
