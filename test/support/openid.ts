import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import jwt from 'jsonwebtoken';

export const issuer = 'https://tokens.example';

export const newKey = (): KeyObject => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

const keys = { teams: newKey(), webchat: newKey(), stranger: newKey() };

/** What to make different in a token that is otherwise good. `undefined` leaves a claim out. */
export type TokenOverrides = {
  claims?: Record<string, unknown>;
  key?: KeyObject;
  keyId?: string;
  algorithm?: jwt.Algorithm;
};

/**
 * Microsoft's end of inbound authentication: the OpenID metadata, the public keys, and tokens for one bot and service
 * URL signed with them. `teams` is the key of Teams, `webchat` that of another channel; `stranger` is not published.
 */
export async function startOpenId({ appId, serviceUrl }: { appId: string; serviceUrl: string }) {
  const published = [jwkOf(keys.teams, 'teams-key', ['msteams']), jwkOf(keys.webchat, 'webchat-key', ['webchat'])];
  const requests: string[] = [];
  let down = false;

  const server = http.createServer((request, response) => {
    const path = request.url ?? '';
    requests.push(path);
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const documents: Record<string, object> = {
      '/.well-known/openidconfiguration': { issuer, jwks_uri: `${address}/keys` },
      '/keys': { keys: published },
    };
    const document = down ? undefined : documents[path];
    response.writeHead(document ? 200 : 503, { 'content-type': 'application/json' });
    response.end(JSON.stringify(document ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    issuer,
    keys,
    openIdMetadataUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/.well-known/openidconfiguration`,
    /** The paths that were asked for, in order. */
    requests,
    /** Resolves when the next request comes. */
    requested: () => once(server, 'request'),
    /** A token as Teams sends it, good for ten minutes, except for what is overridden. */
    token({ claims = {}, key = keys.teams, keyId = 'teams-key', algorithm = 'RS256' }: TokenOverrides = {}): string {
      const now = Math.floor(Date.now() / 1000);
      const good = { iss: issuer, aud: appId, serviceurl: serviceUrl, nbf: now, exp: now + 600 };
      const payload = Object.entries({ ...good, ...claims }).filter(([, value]) => value !== undefined);
      return jwt.sign(Object.fromEntries(payload), key, { algorithm, keyid: keyId, noTimestamp: true });
    },
    /** Publishes one more key for Teams. */
    publish(keyId: string, key: KeyObject): void {
      published.push(jwkOf(key, keyId, ['msteams']));
    },
    /** From now on every request is answered 503, or served again. */
    setDown(value: boolean): void {
      down = value;
    },
    close(): Promise<void> {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

const jwkOf = (key: KeyObject, kid: string, endorsements: string[]) => ({
  ...createPublicKey(key).export({ format: 'jwk' }),
  kid,
  use: 'sig',
  endorsements,
});
