import type { Clock } from './clock.ts';
import type { TaskRecord } from './delivery/outbox.ts';
import type { Schools } from './schools/find-schools.ts';
import type { Store } from './store/store.ts';

/** What every use-case needs from outside. */
export type Deps = {
  store: Store;
  clock: Clock;
  /** What one-time codes are derived from. */
  linkSecret: string;
  /** The register of schools, as this process has it. */
  schools: Schools;
  /**
   * Told what a commit left to do: runs the tasks at once, with the deps of whoever is waiting, and lets the others,
   * messages and longer tasks, go their way. Never throws.
   */
  outbox: { committed(left: { tasks: TaskRecord[]; others: number }, deps: Deps): Promise<void> };
};
