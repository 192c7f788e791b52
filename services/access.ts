/** What a person may be in a hub. */
export type HubRole = 'lead' | 'specialist';

/** Who is asking, from the authenticated activity, with the roles they have at this moment. */
export type Actor = {
  personId: string;
  /** The ids they had before these became one with theirs. */
  formerly?: readonly string[];
  name: string;
  tenantId: string;
  coordinator: boolean;
  /** Hub id → roles in that hub. */
  hubs: ReadonlyMap<string, readonly HubRole[]>;
  /** The lead who acts for this person, when one does. */
  actedBy?: string;
};

type Ids = Pick<Actor, 'personId' | 'formerly'>;

/** Every id under which records may name this person. */
export const idsOf = ({ personId, formerly = [] }: Ids): readonly string[] => [personId, ...formerly];

/** Whether a record that names this id names them. */
export const isActor = (actor: Ids, id: string | undefined): boolean => id !== undefined && idsOf(actor).includes(id);

/** What a permission is asked about: a hub, and the person concerned where there is one. */
export type About = { hubId?: string; personId?: string };

type Rule = (actor: Actor, about: About) => boolean;

const anyone: Rule = () => true;
const oneself: Rule = (actor, { personId }) => personId !== undefined && personId === actor.personId;
const leadOfHub: Rule = (actor, { hubId }) => hubId !== undefined && (actor.hubs.get(hubId)?.includes('lead') ?? false);
const leadOfAnyHub: Rule = ({ hubs }) => [...hubs.values()].some((roles) => roles.includes('lead'));
const coordinator: Rule = (actor) => actor.coordinator;
/** A lead's power over people stops at themselves: somebody else decides on them. */
const leadOfAnother: Rule = (actor, about) => leadOfHub(actor, about) && !oneself(actor, about);

/** Who may do what. The only place a role is ever named. */
const policy = {
  apply: [anyone],
  'see-application': [oneself, leadOfHub],
  'list-applications': [leadOfHub],
  'decide-applications': [leadOfHub],
  'own-application': [oneself],
  'see-counts': [leadOfHub, coordinator],
  'manage-leads': [leadOfHub, coordinator],
  'link-channels': [leadOfHub],
  'describe-hub': [leadOfHub, coordinator],
  'manage-people': [leadOfHub],
  'act-for': [leadOfAnother],
  'move-person': [leadOfAnother, coordinator],
  /** What people ask, over all hubs and without names. */
  'see-insights': [leadOfAnyHub, coordinator],
  'ask-hub': [anyone],
  'take-back-question': [oneself],
  'answer-questions': [leadOfHub],
  'run-programme': [coordinator],
} satisfies Record<string, Rule[]>;

export type Permission = keyof typeof policy;
export const permissions = Object.keys(policy) as Permission[];

/** Whether this person may do this, here. Asked by a use-case once it knows the hub and person concerned. */
export function can(actor: Actor, permission: Permission, about: About): boolean {
  return policy[permission].some((rule) => rule(actor, about));
}

/** The hubs in which this person may do this, in the order of their ids. */
export function hubsWhere(actor: Actor, permission: Permission): string[] {
  return [...actor.hubs.keys()].filter((hubId) => can(actor, permission, { hubId })).sort();
}
