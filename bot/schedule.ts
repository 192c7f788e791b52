import type { Logger } from 'pino';
import type { Dispatcher } from '../services/delivery/dispatcher.ts';
import type { Store } from '../services/store/store.ts';

type ScheduleDeps = { dispatcher: Dispatcher; store: Store; log: Logger };
type Job = { name: string; everyMs: number; run: (deps: ScheduleDeps) => Promise<unknown> };

/** What happens on the clock. */
const jobs: Job[] = [
  { name: 'deliver what is due', everyMs: 5_000, run: ({ dispatcher }) => dispatcher.drain() },
  { name: 'forget expired records', everyMs: 3_600_000, run: ({ store }) => store.forgetExpired() },
];

/** Starts the clockwork. A job that fails is logged and runs again at its next time. Returns how to stop it. */
export function startSchedule(deps: ScheduleDeps): () => void {
  const timers = jobs.map(({ name, everyMs, run }) =>
    setInterval(() => {
      run(deps).catch((error: unknown) => deps.log.error({ err: error, job: name }, 'job failed'));
    }, everyMs).unref(),
  );
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}
