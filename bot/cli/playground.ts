import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { type DemoRole, demoServiceUrl, playgroundPorts } from '../../services/demo/people.ts';
import { answers, ended, stop } from './child.ts';
import { playgroundConfig } from './playground-config.ts';

/** A local Teams client in the browser, with one person of the demo sitting at it. */
export type Playground = {
  url: string;
  /** Resolves when the page can be opened. Rejects, with the reason, when the Playground would not start. */
  ready: Promise<void>;
  /** Resolves when it has ended, asked or not, with how. */
  ended: Promise<string>;
  stop(): Promise<void>;
};

const program = fileURLToPath(new URL('cli.js', import.meta.resolve('@microsoft/m365agentsplayground/package.json')));
const loopbackOnly = new URL('loopback-only.ts', import.meta.url).href;

/** Starts the Playground of this role, speaking to the bot at `botUrl`. It keeps its files in a folder of its own. */
export function startPlayground(role: DemoRole, botUrl: string): Playground {
  const port = playgroundPorts[role];
  const folder = mkdtempSync(join(tmpdir(), `playground-${role}-`));
  const logFile = join(folder, 'playground.log');
  const config = join(folder, 'playground.yml');
  // JSON is YAML too.
  writeFileSync(config, JSON.stringify(playgroundConfig(role)));
  const child = spawn(process.execPath, ['--import', loopbackOnly, program, ...argumentsFor(role, port, botUrl)], {
    cwd: folder,
    stdio: 'ignore',
    env: {
      ...process.env,
      TEAMSAPPTESTER_BROWSER: 'none',
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: config,
      M365_AGENTS_PLAYGROUND_LOGFILE: logFile,
    },
  });
  return {
    url: `http://127.0.0.1:${port}`,
    ready: answers(probe(role), child).then((started) => {
      if (!started) throw new Error(`The ${role}'s Playground did not start. ${reasonIn(logFile)}`);
    }),
    ended: ended(child),
    async stop() {
      await stop(child, 2000);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const argumentsFor = (role: DemoRole, port: number, botUrl: string) => [
  ...['--app-endpoint', `${botUrl}/api/messages`, '--channel-id', 'msteams', '--disable-telemetry'],
  ...['--port', String(port), '--service-url', demoServiceUrl(role)],
];

/** With a configuration it does not like, a Playground listens and serves its page, then ends: so ask for a chat. */
function probe(role: DemoRole): string {
  const { personalChat } = playgroundConfig(role);
  return `${demoServiceUrl(role)}/v3/conversations/${encodeURIComponent(personalChat.id)}/members`;
}

/** Why it ended: a Playground says so in its log file, and nowhere else. */
function reasonIn(logFile: string): string {
  try {
    const lines = stripVTControlCharacters(readFileSync(logFile, 'utf8')).split('\n');
    return lines.slice(lines.findIndex((line) => line.startsWith('error '))).join('\n');
  } catch {
    return 'It left no log.';
  }
}
