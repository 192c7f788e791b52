import { DateTime } from 'luxon';
import { change } from '../change.ts';
import { dateInEngland } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { channelRecord, cohortChannelAt, hubAt, hubPartition, hubRecord, leadsChannelAt } from '../people/hub.ts';
import { makeMember } from '../people/membership.ts';
import { personIdFor, seePerson } from '../people/person.ts';
import { programmeAt, programmeRecord } from '../people/programme.ts';
import { read } from '../store/record.ts';
import type { Store } from '../store/store.ts';
import { type DemoPerson, demoHub, demoPeople, demoServiceUrl, demoTeam, demoTenantId } from './people.ts';

/**
 * Fills an empty store with the demo hub and its people, with dates around today. Does nothing where anything real is,
 * or where it was done before; a load that was cut short is finished. The programme record is written last and says so.
 * `channelsAt` is the service URL of the hub's channels.
 */
export async function loadDemo(deps: Deps, channelsAt = demoServiceUrl('hub-lead')): Promise<'loaded' | 'left-alone'> {
  if (await deps.store.get(programmeAt)) return 'left-alone';
  const known = await deps.store.find({ type: 'identity' }, demoPeople.length + 1);
  if (known.some(({ record }) => record.tenantId !== demoTenantId)) return 'left-alone';
  await makeHub(deps, channelsAt);
  for (const person of demoPeople) await makePerson(deps, person);
  await change(deps, { partition: programmeAt.partition, read: { programme: programmeAt } }, () => ({
    kind: 'loaded',
    write: [
      programmeRecord.make({
        partition: programmeAt.partition,
        id: programmeAt.id,
        cohort: '10',
        hubs: [demoHub],
        tenants: [demoTenantId],
        demo: true,
      }),
    ],
  }));
  return 'loaded';
}

/** Whether this store was filled with the demo hub. */
export async function holdsDemo(store: Store): Promise<boolean> {
  return (await read(store, programmeAt))?.demo === true;
}

const isoDate = 'yyyy-MM-dd';

async function makeHub(deps: Deps, serviceUrl: string): Promise<void> {
  const { id, name } = demoHub;
  const partition = hubPartition(id);
  const today = DateTime.fromISO(dateInEngland(deps.clock.now()));
  const window = {
    opens: today.minus({ weeks: 3 }).toFormat(isoDate),
    closes: today.plus({ weeks: 6 }).toFormat(isoDate),
  };
  const refs = { hub: hubAt(id), leads: leadsChannelAt(id), cohort: cohortChannelAt(id) };
  const channel = (ref: { id: string }, use: 'leads' | 'cohort', { conversationId }: { conversationId: string }) =>
    channelRecord.make({
      partition,
      id: ref.id,
      use,
      conversationId,
      serviceUrl,
      tenantId: demoTenantId,
    });
  await change(deps, { partition, read: refs }, ({ hub }) => {
    if (hub) return { kind: 'made-before' };
    return {
      kind: 'made',
      write: [
        hubRecord.make({
          partition,
          id: refs.hub.id,
          name,
          contact: 'Helen Marsh, hub lead, helen.marsh@demohub.example',
          cohorts: { '10': { ...window, quota: 6 } },
          leads: [],
        }),
        channel(refs.leads, 'leads', demoTeam.leadsChannel),
        channel(refs.cohort, 'cohort', demoTeam.cohortChannel),
      ],
    };
  });
}

async function makePerson(deps: Deps, { objectId, name, role, school }: DemoPerson): Promise<void> {
  const account = { tenantId: demoTenantId, objectId };
  const personId = await personIdFor(deps, account, objectId);
  await seePerson(deps, { account, name });
  const roles = role === 'specialist' ? ['specialist' as const] : role === 'hub-lead' ? ['lead' as const] : [];
  if (roles.length > 0) await makeMember(deps, 'bot', { hubId: demoHub.id, personId, name, roles, school });
}
