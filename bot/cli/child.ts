import type { ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

/** Resolves when the process has ended, with how: `code 1`, `SIGKILL`. */
export function ended(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    if (hasEnded(child)) return resolve(howOf(child));
    child.once('exit', () => resolve(howOf(child)));
  });
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;
const howOf = ({ exitCode, signalCode }: ChildProcess) => signalCode ?? `code ${exitCode}`;

/** Asks the process to stop, and ends it when it has not done so in `graceMs`. */
export async function stop(child: ChildProcess, graceMs: number): Promise<void> {
  const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
  if (!hasEnded(child)) child.kill('SIGTERM');
  await ended(child);
  clearTimeout(timer);
}

/** Waits until the address answers with 200, for as long as the process lives. Says whether it came to that. */
export async function answers(url: string, child: ChildProcess): Promise<boolean> {
  while (!hasEnded(child)) {
    const status = await fetch(url).then(
      (response) => response.status,
      () => undefined,
    );
    if (status === 200) return true;
    await wait(50);
  }
  return false;
}
