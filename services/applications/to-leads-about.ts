import type { Content, Message } from '../delivery/message.ts';
import type { Deps } from '../deps.ts';
import { toLeads } from '../hub-questions/posts.ts';
import { hubAt } from '../people/hub.ts';
import { toEachLead } from '../people/lost-channels.ts';
import { read } from '../store/record.ts';
import { ownApplicationId } from './look.ts';

/** The applications of a hub's own leads for a cohort: they learn nothing of those before they are told. */
export async function leadsOwn(deps: Pick<Deps, 'store'>, hubId: string, cohort: string): Promise<Set<string>> {
  const hub = await read(deps.store, hubAt(hubId));
  const own = await Promise.all((hub?.leads ?? []).map((personId) => ownApplicationId(deps, { personId }, cohort)));
  return new Set(own.filter((id) => id !== undefined));
}

type About = { hubId: string; cohort: string; applicationIds: string[] };

/**
 * What puts something about applications before the leads of a hub: a post in their channel or, where one of those is a
 * lead's own, a message to each. What it says to whom is settled when it is worded.
 */
export async function toLeadsAbout(
  deps: Pick<Deps, 'store'>,
  { hubId, cohort, applicationIds }: About,
  id: string,
  content: Content,
): Promise<Message[]> {
  const own = await leadsOwn(deps, hubId, cohort);
  const concernsLead = applicationIds.some((applicationId) => own.has(applicationId));
  return concernsLead ? toEachLead(deps, hubId, id, content) : toLeads(deps, hubId, id, content);
}
