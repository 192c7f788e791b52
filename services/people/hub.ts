import { z } from 'zod';
import type { HubRole } from '../access.ts';
import type { Deps } from '../deps.ts';
import { defineRecord, type RecordOf, read } from '../store/record.ts';

/** One hub's years, window and quota for a cohort. Dates are ISO dates in England; without them nobody can submit. */
const cohortInHub = z.strictObject({
  opens: z.iso.date().optional(),
  closes: z.iso.date().optional(),
  quota: z.int().optional(),
  /** How many working days in term an offer lasts; without it, ten. */
  offerDays: z.int().min(1).max(60).optional(),
  /** A place that becomes free is offered to the next reserve at once, without a lead. */
  autoOffer: z.boolean().optional(),
  /** Two leads say what they think, each without seeing the other's. */
  opinions: z.boolean().optional(),
});

/** A hub's own words, with the date they apply from: the day they were last changed. */
const datedText = z.strictObject({ text: z.string(), since: z.iso.date() });
export type DatedText = z.infer<typeof datedText>;

/** A Maths Hub. */
export const hubRecord = defineRecord('hub', 1, {
  name: z.string(),
  /** How to reach a person: an address or a sentence. */
  contact: z.string(),
  /** The local authorities whose schools it is suggested to, as a coordinator named them. */
  authorities: z.array(z.string()).optional(),
  /** What a school commits to. Without it the programme document stands alone. */
  commitments: datedText.optional(),
  /** How the hub uses what people send it: the notice itself, or an https link to it. */
  privacy: datedText.optional(),
  /** What the hub looks for in those who apply, in its own words. */
  criteria: datedText.optional(),
  cohorts: z.record(z.string(), cohortInHub),
  /** The personIds of its leads. Who they are and what else stands in their member records. */
  leads: z.array(z.string()),
  /** How many of its members are specialists. */
  specialists: z.int(),
  /** Nobody applies here any more. Whoever comes in late goes to the hub it was merged into. */
  closed: z.strictObject({ at: z.string(), mergedInto: z.string().optional() }).optional(),
});
export type Hub = RecordOf<typeof hubRecord>;

/** What a person is in this hub. The only source of a role. */
export const memberRecord = defineRecord('member', 1, {
  name: z.string(),
  roles: z.array(z.enum(['lead', 'specialist'])),
  school: z.string().optional(),
  /** Set when a lead brought them aboard before they had spoken to the bot. */
  email: z.string().optional(),
  /** The application whose place made them a Specialist, where one did. It may be with another hub. */
  place: z.string().optional(),
});
export type Member = RecordOf<typeof memberRecord>;

/** A channel the hub has linked: `leads` may show names and applications, `cohort` never any personal data. */
export const channelUse = z.enum(['leads', 'cohort']);
export type ChannelUse = z.infer<typeof channelUse>;
const linkingFields = {
  use: channelUse,
  conversationId: z.string(),
  serviceUrl: z.string(),
  tenantId: z.string(),
  /** The team it is in, where Teams said so. */
  teamId: z.string().optional(),
  /** What Teams calls it, where it said so. General has no name. */
  name: z.string().optional(),
  by: z.string(),
  /** Which linking this is: a channel may be let go and linked again. */
  link: z.string(),
  linkedAt: z.string(),
};
/** One linking of a channel by a lead. */
export const linking = z.strictObject(linkingFields);
export type Linking = z.infer<typeof linking>;
export const channelRecord = defineRecord('channel', 1, {
  ...linkingFields,
  /** Unlinked, deleted, or without the bot: nothing is posted there. */
  gone: z.literal(true).optional(),
});

/** What a channel is called, where that is known. A team's General channel goes by the id of the team. */
export const channelName = ({ name, conversationId, teamId }: Linking): string | undefined =>
  name ?? (conversationId === teamId ? 'General' : undefined);

/** How a channel comes to be lost. */
export const channelEnd = z.enum(['channel-deleted', 'team-archived', 'team-deleted', 'bot-removed']);
export type ChannelEnd = z.infer<typeof channelEnd>;

/**
 * Says that a submission or a move has arrived in a hub, so that it does not arrive again: not even after what came was
 * moved on.
 */
const arrivalRecord = defineRecord('arrival', 1, {});
/** How long it says so: far longer than a task that was cut short waits. */
const keepArrivalsMs = 90 * 86_400_000;

export const hubPartition = (hubId: string) => `hub:${hubId}`;
export const hubIdOf = (record: { partition: string }) => record.partition.slice('hub:'.length);
export const hubAt = (hubId: string) => hubRecord.at(hubPartition(hubId), 'hub');
export const memberAt = (hubId: string, personId: string) => memberRecord.at(hubPartition(hubId), `member:${personId}`);
export const channelAt = (hubId: string, use: ChannelUse) => channelRecord.at(hubPartition(hubId), `channel:${use}`);

export const arrivalAt = (hubId: string, what: string) => arrivalRecord.at(hubPartition(hubId), `arrival:${what}`);

/** The record of an arrival now. */
export function arrivalOf(hubId: string, what: string, now: Date): RecordOf<typeof arrivalRecord> {
  const { partition, id } = arrivalAt(hubId, what);
  const expires = new Date(now.getTime() + keepArrivalsMs).toISOString();
  return arrivalRecord.make({ partition, id, expires });
}

/** What a person is in each of these hubs, as it stands now. Hubs in which they are nothing are left out. */
export async function rolesIn(
  deps: Pick<Deps, 'store'>,
  personId: string,
  hubIds: string[],
): Promise<Map<string, HubRole[]>> {
  const members = await Promise.all(hubIds.map((hubId) => read(deps.store, memberAt(hubId, personId))));
  const roles = new Map<string, HubRole[]>();
  for (const member of members) if (member && member.roles.length > 0) roles.set(hubIdOf(member), member.roles);
  return roles;
}

/** The names of these hubs, in the same order. Those that are not there are left out. */
export async function hubNames(deps: Pick<Deps, 'store'>, hubIds: string[]): Promise<string[]> {
  const hubs = await Promise.all(hubIds.map((hubId) => read(deps.store, hubAt(hubId))));
  return hubs.flatMap((hub) => (hub ? [hub.name] : []));
}

/** The channel a hub has linked for a use, when it has one to post in. */
export async function linkedChannel(deps: Pick<Deps, 'store'>, hubId: string, use: ChannelUse) {
  const channel = await read(deps.store, channelAt(hubId, use));
  return channel?.gone ? undefined : channel;
}
