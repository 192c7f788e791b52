import type { KeyObject } from 'node:crypto';
import {
  type Activity,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import {
  AppCredentials,
  type AuthenticateRequestResult,
  AuthenticationConstants,
  AuthenticationError,
  type BotFrameworkAuthentication,
  ClaimsIdentity,
  type ConnectorClient,
  type ConnectorFactory,
} from 'botframework-connector';
import jwt from 'jsonwebtoken';
import { z } from 'zod';
import { type Clock, systemClock } from '../services/clock.ts';
import { signingKeys } from './signing-keys.ts';

/** Without `appId` nothing is authenticated, in or out: for a loopback address only, which the caller sees to. */
export type AuthenticationSettings = {
  appId?: string | undefined;
  password?: string | undefined;
  type?: 'SingleTenant' | 'UserAssignedMSI' | undefined;
  tenantId?: string | undefined;
  /** Whose tokens are let in, and the time held against them. Only tests set these. */
  openIdMetadataUrl?: string;
  issuer?: string;
  clock?: Clock;
};

/** Why a request is turned away. 503: Microsoft's signing keys cannot be had at present, so nobody can tell. */
type Refusal = { status: 401 | 503; reason: string };

type Check = (activity: unknown, authorization: string | undefined) => Promise<Refusal | undefined>;

export type Authentication = {
  /**
   * Why an activity with this `authorization` header is not let in; undefined when it is. A reason holds no token and
   * no key.
   */
  refusal: Check;
  /** What the `CloudAdapter` is told of an activity that is let in. */
  admission: AuthenticateRequestResult;
  /** For the `CloudAdapter`: the same check, and clients made once instead of every turn. */
  authentication: BotFrameworkAuthentication;
  /** The bearer token to send with, kept until shortly before it expires. Undefined without `appId`. */
  token(): Promise<string | undefined>;
};

/** The bot's side of Bot Framework authentication. Throws when the settings do not fit together. */
export function createAuthentication(settings: AuthenticationSettings): Authentication {
  const { appId = '', password = '', tenantId = '', type = 'SingleTenant' } = settings;
  const credentials = new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: appId,
    MicrosoftAppPassword: password,
    MicrosoftAppTenantId: tenantId,
    // The types that belong to one tenant insist on an app id.
    MicrosoftAppType: appId ? type : 'MultiTenant',
  });
  const refusal = checkFor(settings);
  return { refusal, ...withCheck(refusal, appId, credentials), token: tokenSource(appId, credentials) };
}

type Credentials = ConfigurationServiceClientCredentialFactory;

const { ToChannelFromBotOAuthScope: scope, ToChannelFromBotLoginUrl: loginUrl } = AuthenticationConstants;

function tokenSource(appId: string, factory: Credentials) {
  if (!appId) return async () => undefined;
  const made = factory.createCredentials(appId, scope, loginUrl, true);
  return async () => {
    const credentials = await made;
    return credentials instanceof AppCredentials ? credentials.getToken() : undefined;
  };
}

/** Botbuilder's authentication with this check in place of its own, and its clients made once. */
function withCheck(check: Check, appId: string, credentials: Credentials) {
  const stock = new ConfigurationBotFrameworkAuthentication({}, credentials);
  const bot = appId
    ? new ClaimsIdentity([{ type: AuthenticationConstants.AudienceClaim, value: appId }], true)
    : new ClaimsIdentity([], AuthenticationConstants.AnonymousAuthType);
  const connectorFactory = oneClientPerUrl(stock.createConnectorFactory(bot));
  const userTokenClient = stock.createUserTokenClient(bot);
  const admission: AuthenticateRequestResult = { audience: scope, claimsIdentity: bot, connectorFactory };
  const authentication: BotFrameworkAuthentication = Object.assign(stock, {
    async authenticateRequest(activity: Activity, authorization: string): Promise<AuthenticateRequestResult> {
      const refused = await check(activity, authorization);
      if (refused) throw new AuthenticationError(refused.reason, refused.status);
      return admission;
    },
    createConnectorFactory: () => connectorFactory,
    createUserTokenClient: () => userTokenClient,
  });
  return { admission, authentication };
}

/** Teams has a service URL per region and tenant: a few hundred at most. */
function oneClientPerUrl(factory: ConnectorFactory): ConnectorFactory {
  const clients = new Map<string, Promise<ConnectorClient>>();
  return {
    create(serviceUrl) {
      const client = clients.get(serviceUrl) ?? factory.create(serviceUrl, scope);
      if (clients.size >= 500) clients.clear();
      clients.set(serviceUrl, client);
      return client;
    },
  };
}

/**
 * The check is the bot's own, by jsonwebtoken. Botbuilder's answers 500 to a forged token, prints keys and stacks, lets
 * an activity without a service URL pass, and also takes tokens of emulators and other bots. Sifting its errors would
 * leave all that in the path; here one issuer's tokens for one channel come in and nothing else.
 */
function checkFor(settings: AuthenticationSettings): Check {
  const { appId, clock = systemClock, issuer = AuthenticationConstants.ToBotFromChannelTokenIssuer } = settings;
  const { openIdMetadataUrl = AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl } = settings;
  const signingKey = signingKeys(openIdMetadataUrl, clock);

  return async (activity, authorization) => {
    const teams = answerable.safeParse(activity);
    if (!teams.success) return unauthorised('no activity from Teams that can be answered');
    if (!appId) return undefined;
    const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1] ?? '';
    const key = await signingKey(keyIdOf(token)).catch(() => 'unavailable' as const);
    if (key === 'unavailable') return { status: 503, reason: 'the signing keys cannot be had' };
    if (!key?.endorsements.includes('msteams')) return unauthorised('no token signed with a key for Teams');
    return refusalOfToken(token, key.key, { issuer, audience: appId, now: clock.now() }, teams.data.serviceUrl);
  };
}

/** An activity without a service URL could not be answered, and a token for any service URL would do for it. */
const answerable = z.object({ channelId: z.literal('msteams'), serviceUrl: z.url({ protocol: /^https?$/ }) });
const channelClaims = z.object({ serviceurl: z.string(), exp: z.number() });

const unauthorised = (reason: string): Refusal => ({ status: 401, reason });

type Expected = { issuer: string; audience: string; now: Date };

function refusalOfToken(token: string, key: KeyObject, expected: Expected, serviceUrl: string): Refusal | undefined {
  const { issuer, audience, now } = expected;
  const clockTimestamp = Math.floor(now.getTime() / 1000);
  try {
    // The algorithm is named here because a token that chooses its own can choose `none`, or the public key as a secret.
    const rules = { algorithms: ['RS256' as const], issuer, audience, clockTimestamp, clockTolerance: 300 };
    const { serviceurl } = channelClaims.parse(jwt.verify(token, key, rules));
    return serviceurl === serviceUrl ? undefined : unauthorised('a token for another service URL');
  } catch (error) {
    return unauthorised(error instanceof jwt.JsonWebTokenError ? error.message : 'a token without the claims needed');
  }
}

function keyIdOf(token: string): string | undefined {
  try {
    return jwt.decode(token, { complete: true })?.header.kid;
  } catch {
    return undefined;
  }
}
