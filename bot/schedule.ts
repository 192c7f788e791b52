import type { Logger } from 'pino';
import { remindApplicants } from '../services/applications/clock.ts';
import { postDigests } from '../services/applications/digest.ts';
import { remindOfDrafts } from '../services/applications/draft-reminder.ts';
import { wakeReleases } from '../services/applications/run-release.ts';
import type { Dispatcher } from '../services/delivery/dispatcher.ts';
import type { Deps } from '../services/deps.ts';
import { remindLeads } from '../services/hub-questions/remind-leads.ts';
import { programme } from '../services/people/programme.ts';

type ScheduleDeps = { dispatcher: Dispatcher; deps: Deps; log: Logger };
/** `atStart`: also at once, so that a bot that is often started anew does it all the same. */
type Job = { name: string; everyMs: number; atStart?: true; run: (deps: ScheduleDeps) => Promise<unknown> };

/** What happens on the clock. */
const jobs: Job[] = [
  { name: 'deliver what is due', everyMs: 5_000, run: ({ dispatcher }) => dispatcher.drain() },
  { name: 'forget expired records', everyMs: 3_600_000, run: ({ deps }) => deps.store.forgetExpired() },
  {
    name: 'put unanswered questions in front of the leads again',
    everyMs: 3_600_000,
    atStart: true,
    run: async ({ deps }) => remindLeads(deps, await programme(deps, [])),
  },
  { name: 'release decisions whose morning has come', everyMs: 60_000, run: ({ deps }) => wakeReleases(deps) },
  {
    name: 'post the digests of applications',
    everyMs: 300_000,
    run: async ({ deps }) => postDigests(deps, await programme(deps, [])),
  },
  {
    name: 'remind applicants',
    everyMs: 300_000,
    run: async ({ deps }) => remindApplicants(deps, await programme(deps, [])),
  },
  { name: 'remind of drafts before their hub closes', everyMs: 300_000, run: ({ deps }) => remindOfDrafts(deps) },
];

/** Starts the clockwork. A job that fails is logged and runs again at its next time. Returns how to stop it. */
export function startSchedule(deps: ScheduleDeps): () => void {
  const timers = jobs.map((job) => setInterval(() => void runJob(job, deps), job.everyMs).unref());
  for (const job of jobs.filter(({ atStart }) => atStart)) void runJob(job, deps);
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}

/** Does everything that is done on the clock, once. */
export async function runJobs(deps: ScheduleDeps): Promise<void> {
  for (const job of jobs) await runJob(job, deps);
}

function runJob({ name, run }: Job, deps: ScheduleDeps): Promise<unknown> {
  return run(deps).catch((error: unknown) => deps.log.error({ err: error, job: name }, 'job failed'));
}
