import { z } from 'zod';
import packageJson from '../package.json' with { type: 'json' };
import template from './manifest.template.json' with { type: 'json' };

const guid = z.guid('must be a GUID, like 00000000-0000-0000-0000-000000000000');
const page = z.string().refine(isPublicPage, 'must be an https address, like https://bot.example.org');
const needed = (what: string) => z.string({ error: `missing; ${what}` });

const variables = z.object({
  BOT_ID: needed('the app id of the bot’s registration').pipe(guid),
  TEAMS_APP_ID: guid.optional(),
  PUBLISHER: needed('the organisation that runs the bot').pipe(z.string().max(32, 'at most 32 characters')),
  PUBLIC_URL: needed('where the bot is on the internet').pipe(page),
  WEBSITE_URL: page.optional(),
  PRIVACY_URL: needed('the page with the privacy notice').pipe(page),
  TERMS_URL: needed('the page with the terms of use').pipe(page),
});

export type Manifest = typeof template;

/**
 * The Teams app manifest for this environment, or what is missing or wrong in it, one line each. The app's own id and
 * its website may be left out: then they are the bot's id and its public address.
 */
export function buildManifest(
  env: Record<string, string | undefined>,
): { manifest: Manifest } | { problems: string[] } {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = variables.safeParse(given);
  if (!parsed.success)
    return { problems: parsed.error.issues.map(({ path, message }) => `${path.join()}: ${message}`) };
  const { data } = parsed;
  const values = {
    ...data,
    TEAMS_APP_ID: data.TEAMS_APP_ID ?? data.BOT_ID,
    WEBSITE_URL: data.WEBSITE_URL ?? data.PUBLIC_URL,
    domain: new URL(data.PUBLIC_URL).hostname,
    version: packageJson.version,
  };
  return { manifest: filled(values) };
}

/** The template with every `${name}` replaced by its value. Throws when the template asks for what is not there. */
function filled(values: Record<string, string>): Manifest {
  const filling = (_: string, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The manifest asks for ${name}, which nobody knows.`);
    return value;
  };
  return JSON.parse(JSON.stringify(template), (_, value: unknown) =>
    typeof value === 'string' ? value.replace(/\$\{(\w+)\}/g, filling) : value,
  );
}

function isPublicPage(value: string): boolean {
  const url = URL.parse(value);
  return url?.protocol === 'https:' && url.hostname.includes('.');
}
