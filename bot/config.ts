import { z } from 'zod';
import { demoTenantId, played } from '../services/demo/people.ts';

const loopback = ['127.0.0.1', '::1', 'localhost'];
const text = z.string().trim().min(1);
const list = z
  .string()
  .default('')
  .transform((value) =>
    value
      .toLowerCase()
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  );
const demoCoordinator = `${demoTenantId}:${played.coordinator.objectId}`;
const guid = z.guid('must be a GUID, like 00000000-0000-0000-0000-000000000000');

const variables = z.object({
  PORT: z.coerce.number('must be a port number').int().min(0).max(65535).default(3978),
  HOST: text.default('127.0.0.1'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must be the address of the bot’s own pages' }).optional(),
  BOT_ID: guid.optional(),
  BOT_PASSWORD: text.optional(),
  BOT_TYPE: z.enum(['SingleTenant', 'UserAssignedMSI']).default('SingleTenant'),
  BOT_TENANT_ID: guid.optional(),
  ALLOWED_TENANTS: list,
  COORDINATORS: list.pipe(
    z.array(z.string().regex(/^[^:]+:[^:]+$/, 'must be tenant:object-id pairs, separated by commas')),
  ),
  CONTACT: text.default('the Maths Hub whose area your school is in, at mathshubs.org.uk'),
  LINK_SECRET: z.string().trim().min(32, 'must have at least 32 characters').optional(),
  STORE: z.enum(['embedded', 'cosmos']).optional(),
  DATA_DIR: text.default('./data'),
  COSMOS_ENDPOINT: z.url('must be the address of the Cosmos DB account').optional(),
  COSMOS_KEY: text.optional(),
  COSMOS_DATABASE: text.default('specialists'),
  COSMOS_CONTAINER: text.default('records'),
  ENCODER: z.enum(['on', 'off']).default('on'),
  DEMO: z.enum(['0', '1']).default('0'),
});
type Variables = z.infer<typeof variables>;

/** Everything the bot can be told by its environment, checked. */
export type Config = {
  host: string;
  port: number;
  logLevel: Variables['LOG_LEVEL'];
  /** Where the bot’s own pages are, for downloads and the headteacher’s page. Ends without a slash. */
  publicUrl: string;
  /** Absent: activities are not authenticated, and the bot listens on a loopback address only. */
  credentials: Credentials | undefined;
  firstTenants: string[];
  coordinators: ReadonlySet<string>;
  contact: string;
  linkSecret: string;
  store:
    | { kind: 'embedded'; dir: string }
    | { kind: 'cosmos'; endpoint: string; key: string | undefined; database: string; container: string };
  /** Whether questions are understood by meaning too, or by words alone. */
  encoder: boolean;
  demo: boolean;
};
type Credentials = {
  appId: string;
  password: string | undefined;
  type: Variables['BOT_TYPE'];
  tenantId: string | undefined;
};

/**
 * Reads the environment. Either the configuration, or what is missing or wrong in it, one line each. Without `local`
 * the bot's credentials must be there; with it they may be absent, and then only a loopback address is allowed.
 */
export function readConfig(
  env: NodeJS.ProcessEnv,
  { local }: { local: boolean },
): { config: Config } | { problems: string[] } {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = variables.safeParse(given);
  if (!parsed.success)
    return { problems: parsed.error.issues.map(({ path, message }) => `${String(path[0])}: ${message}`) };
  const problems = conflicts(parsed.data, local);
  return problems.length > 0 ? { problems } : { config: configOf(parsed.data, local) };
}

/** What each value alone cannot tell. */
function conflicts(v: Variables, local: boolean): string[] {
  const problems: string[] = [];
  const need = (name: keyof Variables & string, why: string) => {
    if (v[name] === undefined) problems.push(`${name}: missing; ${why}`);
  };
  if (!local || v.BOT_PASSWORD)
    need('BOT_ID', 'the app id of the bot’s registration; to try the bot without one: npm run dev');
  if (!local || v.BOT_ID) {
    need('BOT_TENANT_ID', 'the tenant that the bot’s app registration is in');
    if (v.BOT_TYPE === 'SingleTenant') need('BOT_PASSWORD', 'the app registration’s client secret');
    need('PUBLIC_URL', 'where people’s browsers find the bot, like https://bot.example.org');
    need('LINK_SECRET', 'at least 32 random characters, from which one-time codes and links are made');
    if (v.ALLOWED_TENANTS.length === 0) problems.push('ALLOWED_TENANTS: missing; tenant ids separated by commas, or *');
  }
  if (v.BOT_ID && v.PUBLIC_URL && !v.PUBLIC_URL.startsWith('https:'))
    problems.push('PUBLIC_URL: must begin with https://');
  if (!v.BOT_ID && local && !loopback.includes(v.HOST)) {
    problems.push(`HOST: without BOT_ID nobody is authenticated, so only ${loopback.join(', ')} are allowed`);
  }
  if (v.BOT_ID && v.DEMO === '1') problems.push('DEMO: the demo hub is only for trying the bot without BOT_ID');
  if (storeOf(v, local) === 'cosmos') need('COSMOS_ENDPOINT', 'the store is Cosmos DB; or set STORE=embedded');
  return problems;
}

const storeOf = (v: Variables, local: boolean) => v.STORE ?? (v.BOT_ID || !local ? 'cosmos' : 'embedded');

const localUrl = ({ HOST, PORT }: Variables) => `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`;

function configOf(v: Variables, local: boolean): Config {
  return {
    host: v.HOST,
    port: v.PORT,
    logLevel: v.LOG_LEVEL,
    publicUrl: (v.PUBLIC_URL ?? localUrl(v)).replace(/\/+$/, ''),
    credentials: v.BOT_ID
      ? { appId: v.BOT_ID, password: v.BOT_PASSWORD, type: v.BOT_TYPE, tenantId: v.BOT_TENANT_ID }
      : undefined,
    firstTenants: v.ALLOWED_TENANTS.length > 0 || v.BOT_ID ? v.ALLOWED_TENANTS : ['*'],
    coordinators: new Set(v.DEMO === '1' ? [demoCoordinator, ...v.COORDINATORS] : v.COORDINATORS),
    contact: v.CONTACT,
    linkSecret: v.LINK_SECRET ?? 'local',
    store:
      storeOf(v, local) === 'cosmos'
        ? {
            kind: 'cosmos',
            endpoint: v.COSMOS_ENDPOINT ?? '',
            key: v.COSMOS_KEY,
            database: v.COSMOS_DATABASE,
            container: v.COSMOS_CONTAINER,
          }
        : { kind: 'embedded', dir: v.DATA_DIR },
    encoder: v.ENCODER === 'on',
    demo: v.DEMO === '1',
  };
}
