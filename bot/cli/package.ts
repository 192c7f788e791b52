import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { appPackage } from '../../manifest/app-package.ts';
import { buildManifest } from '../../manifest/build-manifest.ts';

/** Writes the Teams app package for this environment, or says what is missing. */
const folder = 'dist';
const file = `${folder}/secondary-mastery-specialist.zip`;

if (existsSync('.env')) process.loadEnvFile('.env');
const built = buildManifest(process.env);
if ('problems' in built) {
  refuse(built.problems);
} else {
  const { name, version } = built.manifest;
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, appPackage(built.manifest));
  console.log(`${file} holds ${name.full}, version ${version}, to be uploaded in Teams.`);
}

function refuse(problems: string[]): void {
  const lines = problems.map((line) => `  ${line}\n`).join('');
  console.error(`No package was made. Put this right in the environment or in .env (see .env.example):\n${lines}`);
  process.exitCode = 1;
}
