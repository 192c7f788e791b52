import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import type { Manifest } from './build-manifest.ts';

const icon = (name: string) => readFileSync(new URL(name, import.meta.url));

/** The Teams app package: a zip of the manifest and the two icons it names, all at its root. */
export function appPackage(manifest: Manifest): Uint8Array {
  const { color, outline } = manifest.icons;
  return zipSync({
    'manifest.json': strToU8(`${JSON.stringify(manifest, undefined, 2)}\n`),
    [color]: icon(color),
    [outline]: icon(outline),
  });
}
