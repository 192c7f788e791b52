import { createReadStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DateTime } from 'luxon';
import { change } from '../change.ts';
import { dateInEngland } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { linkChannel } from '../people/channels.ts';
import { hubAt, hubRecord } from '../people/hub.ts';
import { makeMember } from '../people/membership.ts';
import { personIdFor, seePerson } from '../people/person.ts';
import { programmeAt, programmeRecord } from '../people/programme.ts';
import { importRegister } from '../schools/import-register.ts';
import { registerAt } from '../schools/register.ts';
import { read } from '../store/record.ts';
import type { Store } from '../store/store.ts';
import { type DemoPerson, demoHub, demoPeople, demoServiceUrl, demoTeam, demoTenantId, played } from './people.ts';

/**
 * Fills an empty store with the demo hub and its people, with dates around today. Does nothing where anything real is,
 * or where it was done before; a load that was cut short is finished. The programme record is written last and says so.
 * `channelsAt` is the service URL of the hub's channels.
 */
export async function loadDemo(deps: Deps, channelsAt = demoServiceUrl('hub-lead')): Promise<'loaded' | 'left-alone'> {
  const settings = await read(deps.store, programmeAt);
  if (settings?.demo) await loadSchools(deps);
  if (settings) return 'left-alone';
  const known = await deps.store.find({ type: 'identity' }, demoPeople.length + 1);
  if (known.some(({ record }) => record.tenantId !== demoTenantId)) return 'left-alone';
  await makeHub(deps);
  for (const person of demoPeople) await makePerson(deps, person);
  await linkChannels(deps, channelsAt);
  await loadSchools(deps);
  await change(deps, { partition: programmeAt.partition, read: { programme: programmeAt } }, () => ({
    kind: 'loaded',
    write: [
      programmeRecord.make({
        partition: programmeAt.partition,
        id: programmeAt.id,
        cohort: '10',
        years: {},
        holidays: [],
        hubs: [{ id: demoHub.id, name: demoHub.name }],
        closedHubs: [],
        tenants: [demoTenantId],
        removedTenants: [],
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

/** A made-up register of schools, where none is: what somebody imported stays. */
async function loadSchools(deps: Deps): Promise<void> {
  if (await read(deps.store, registerAt)) return;
  const file = fileURLToPath(new URL('schools.csv', import.meta.url));
  await importRegister(deps, 'bot', () => createReadStream(file));
}

const isoDate = 'yyyy-MM-dd';

async function makeHub(deps: Deps): Promise<void> {
  const { id, name, authorities } = demoHub;
  const today = DateTime.fromISO(dateInEngland(deps.clock.now()));
  const window = {
    opens: today.minus({ weeks: 3 }).toFormat(isoDate),
    closes: today.plus({ weeks: 6 }).toFormat(isoDate),
  };
  const ref = hubAt(id);
  await change(deps, { partition: ref.partition, read: { hub: ref } }, ({ hub }) => {
    if (hub) return { kind: 'made-before' };
    const contact = 'Helen Marsh, hub lead, helen.marsh@demohub.example';
    const cohorts = { '10': { ...window, quota: 6 } };
    return {
      kind: 'made',
      write: [
        hubRecord.make({
          partition: ref.partition,
          id: ref.id,
          name,
          contact,
          authorities,
          cohorts,
          leads: [],
          specialists: 0,
        }),
      ],
    };
  });
}

/** The demo's lead links the hub's two channels. */
async function linkChannels(deps: Deps, serviceUrl: string): Promise<void> {
  const { objectId, name } = played['hub-lead'];
  const hubs = new Map([[demoHub.id, ['lead' as const]]]);
  const lead = { personId: objectId, name, tenantId: demoTenantId, coordinator: false, hubs };
  const place = { serviceUrl, tenantId: demoTenantId, teamId: demoTeam.id };
  await linkChannel(deps, lead, { hubId: demoHub.id, use: 'leads', place: { ...place, ...demoTeam.leadsChannel } });
  await linkChannel(deps, lead, { hubId: demoHub.id, use: 'cohort', place: { ...place, ...demoTeam.cohortChannel } });
}

async function makePerson(deps: Deps, { objectId, name, role, school }: DemoPerson): Promise<void> {
  const account = { tenantId: demoTenantId, objectId };
  const personId = await personIdFor(deps, account, objectId);
  await seePerson(deps, { account, name });
  const roles = role === 'specialist' ? ['specialist' as const] : role === 'hub-lead' ? ['lead' as const] : [];
  if (roles.length > 0) await makeMember(deps, 'bot', { hubId: demoHub.id, personId, name, roles, school });
}
