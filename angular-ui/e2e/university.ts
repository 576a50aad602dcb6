import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { providerAddress, providerPort } from './host';

/** Whom the university knows, and in which of its groups they are. */
const people: Record<string, { sub: string; email: string; groups: string[] }> = {
  'Alex of the engagement office': { sub: 'alex', email: 'alex.madeup@example.org', groups: ['engagement', 'chess'] },
  'Alex, moved to another office': { sub: 'alex', email: 'alex.madeup@example.org', groups: ['chess'] },
  'Somebody without an account': { sub: 'sam', email: 'sam.unknown@example.org', groups: ['engagement'] },
};

/** A university's OpenID Connect provider on this machine: its sign-in page asks who one is. Gives back how to stop it. */
export async function startUniversity(): Promise<() => Promise<void>> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const visits = new Map<string, { who: string; nonce: string; challenge: string; redirect: string }>();

  const idToken = (claims: object) => {
    const content = [{ alg: 'ES256', typ: 'JWT', kid: 'k1' }, claims].map(part => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
    return `${content}.${sign('sha256', Buffer.from(content), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
  };

  const server = createServer(async (request, response) => {
    const url = new URL(request.url!, providerAddress);
    const json = (status: number, value: object) => response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return json(200, { issuer: providerAddress, authorization_endpoint: `${providerAddress}/authorize`, token_endpoint: `${providerAddress}/token`, jwks_uri: `${providerAddress}/keys` });
      case '/keys':
        return json(200, { keys: [{ ...publicKey.export({ format: 'jwk' }), use: 'sig', kid: 'k1' }] });
      case '/authorize': {
        const who = url.searchParams.get('who');
        if (!who) return response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page(url));
        const code = randomBytes(16).toString('hex');
        const redirect = new URL(url.searchParams.get('redirect_uri')!);
        visits.set(code, { who, nonce: url.searchParams.get('nonce')!, challenge: url.searchParams.get('code_challenge')!, redirect: redirect.href });
        redirect.searchParams.set('code', code);
        redirect.searchParams.set('state', url.searchParams.get('state')!);
        return response.writeHead(302, { Location: redirect.href }).end();
      }
      case '/token': {
        const form = new URLSearchParams(await bodyOf(request));
        const visit = visits.get(form.get('code') ?? '');
        visits.delete(form.get('code') ?? '');
        const proven = createHash('sha256').update(form.get('code_verifier') ?? '').digest('base64url') === visit?.challenge;
        if (!visit || !proven || form.get('redirect_uri') !== visit.redirect || !request.headers.authorization?.startsWith('Basic ')) return json(400, { error: 'invalid_grant' });
        const now = Math.floor(Date.now() / 1000);
        return json(200, {
          access_token: 'none', token_type: 'Bearer',
          id_token: idToken({ iss: providerAddress, aud: 'partnercrm', iat: now, exp: now + 300, nonce: visit.nonce, email_verified: true, ...people[visit.who] }),
        });
      }
      default:
        return response.writeHead(404).end();
    }
  });
  await new Promise<void>(ready => server.listen(providerPort, '127.0.0.1', ready));
  return () => new Promise(closed => {
    server.close(() => closed());
    server.closeAllConnections();
  });
}

function page(url: URL): string {
  const links = Object.keys(people).map(who => `<li><a href="${`${url.search}&who=${encodeURIComponent(who)}`.replaceAll('&', '&amp;')}">${who}</a></li>`);
  return `<!DOCTYPE html><html lang="en"><title>Example University</title><link rel="icon" href="data:,"><main><h1>Who are you?</h1><ul>${links.join('')}</ul></main></html>`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const part of request) body += part;
  return body;
}
