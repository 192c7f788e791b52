import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const axe = fileURLToPath(import.meta.resolve('axe-core/axe.min.js'));

type Violation = { id: string; help: string; nodes: { html: string }[] };

/** Fails with what axe-core finds wrong with a page. `options` are its own. */
export async function expectAccessible(page: Page, options: object = {}): Promise<void> {
  await page.evaluate(await readFile(axe, 'utf8'));
  const run = `axe.run(${JSON.stringify(options)}).then(({ violations }) => violations)`;
  const violations: Violation[] = await page.evaluate(run);
  if (violations.length > 0) throw new Error(violations.map(linesOn).join('\n'));
}

function linesOn({ id, help, nodes }: Violation): string {
  const first = nodes.slice(0, 3).map(({ html }) => html);
  return `${id}: ${help}\n  ${first.join('\n  ')}`;
}
