import { applicationAt, openApplicationRecord } from '../applications/application.ts';
import type { Deps } from '../deps.ts';
import { read, readPage } from '../store/record.ts';
import { memberAt } from './hub.ts';
import { currentPerson, type Person, personPartition } from './person.ts';

export type WhoInHub = {
  personId: string;
  /** Empty when neither the hub nor the bot has heard it. */
  name: string;
  email: string | undefined;
  person: Person | undefined;
};

/** Somebody as one hub knows them: by its own records first, by what they call themselves in Teams last. */
export async function whoInHub(deps: Pick<Deps, 'store'>, hubId: string, personId: string): Promise<WhoInHub> {
  const { personId: current, person } = await currentPerson(deps, personId);
  const [member, answers] = await Promise.all([
    read(deps.store, memberAt(hubId, current)),
    answersIn(deps, hubId, current),
  ]);
  const name = member?.name || answers?.name || person?.name || '';
  return { personId: current, name, email: member?.email ?? answers?.email, person };
}

/** The name of a lead who did something for somebody; of a lead without a name, what they are. */
export async function leadName(deps: Pick<Deps, 'store'>, hubId: string, personId: string): Promise<string> {
  return (await whoInHub(deps, hubId, personId)).name || 'A lead';
}

/** What somebody told this hub when they last applied to it. */
async function answersIn(deps: Pick<Deps, 'store'>, hubId: string, personId: string) {
  const applications = await readPage(deps.store, openApplicationRecord, personPartition(personId), { limit: 20 });
  const here = applications
    .filter((open) => open.hubId === hubId)
    .sort((a, b) => (a.submittedAt < b.submittedAt ? 1 : -1));
  const [last] = here;
  const application = last && (await read(deps.store, applicationAt(hubId, last.applicationId)));
  return application?.answers;
}
