import { z } from 'zod';
import { type Actor, can } from '../access.ts';
import { change, type Operation } from '../change.ts';
import { dateInEngland } from '../clock.ts';
import type { Deps } from '../deps.ts';
import { fingerprint } from '../fingerprint.ts';
import { read } from '../store/record.ts';
import { type DatedText, type Hub, hubAt } from './hub.ts';

/** A card shows each line by itself and has a limit, so lines are counted as well as characters. */
export const ownWords = z
  .string()
  .max(1200)
  .refine((text) => text.split('\n').length <= 30);

/** What a hub says in its own words. A single word is no notice: it must be a link. */
const hubTexts = z.strictObject({
  contact: z.string().max(300),
  commitments: ownWords,
  privacy: ownWords.refine((text) => /\s/.test(text) || text === '' || isLink(text)),
});
export type HubTexts = z.infer<typeof hubTexts>;

/** Whether a text is nothing but a link that is safe to follow. */
function isLink(text: string): boolean {
  return /^https:\/\/\S+$/.test(text) && URL.canParse(text);
}

/** The link a notice is, when it is nothing else. */
export const linkIn = ({ text }: DatedText): string | undefined => (isLink(text) ? text : undefined);

/** Names a text by what it says, for two texts of one day have one date; empty where there is none. */
export const textName = (text: DatedText | undefined): string => (text ? fingerprint(text.text) : '');

export type TextsSaved =
  | { kind: 'saved'; hub: Hub }
  | { kind: 'faults'; faults: (keyof HubTexts)[]; hub: Hub }
  /** This form was saved before, with other words. */
  | { kind: 'stale'; hub: Hub }
  | { kind: 'no-such-hub' }
  | { kind: 'denied' };

/** A hub, for those who may write its texts. */
export async function hubToDescribe(
  deps: Deps,
  actor: Actor,
  hubId: string,
): Promise<{ kind: 'hub'; hub: Hub } | { kind: 'no-such-hub' } | { kind: 'denied' }> {
  if (!can(actor, 'describe-hub', { hubId })) return { kind: 'denied' };
  const hub = await read(deps.store, hubAt(hubId));
  return hub && !hub.closed ? { kind: 'hub', hub } : { kind: 'no-such-hub' };
}

/** Sets a hub's contact, what a school commits to, and its privacy notice. A text that changes applies from today. */
export async function saveHubTexts(
  deps: Deps,
  actor: Actor,
  { op, hubId, typed }: { op: string; hubId: string; typed: HubTexts },
): Promise<TextsSaved> {
  const found = await hubToDescribe(deps, actor, hubId);
  if (found.kind !== 'hub') return found;
  const { data, error } = hubTexts.safeParse(typed);
  if (!data) return { kind: 'faults', faults: faultsIn(error), hub: found.hub };
  const ref = hubAt(hubId);
  const operation: Operation = { id: op, verb: 'hubs.save-texts', personId: actor.personId, input: { hubId, typed } };
  const today = dateInEngland(deps.clock.now());
  const result = await change(deps, { partition: ref.partition, op: operation, read: { hub: ref } }, ({ hub }) => {
    if (!hub || hub.closed) return { kind: 'no-such-hub' as const };
    const { contact } = data;
    const commitments = dated(hub.commitments, data.commitments, today);
    const privacy = dated(hub.privacy, data.privacy, today);
    const changed = [
      ...(contact === hub.contact ? [] : ['contact']),
      ...(commitments === hub.commitments ? [] : ['commitments']),
      ...(privacy === hub.privacy ? [] : ['privacy notice']),
    ];
    if (changed.length === 0) return { kind: 'saved' as const };
    return {
      kind: 'saved' as const,
      write: [{ ...hub, contact, commitments, privacy }],
      audit: { by: actor.personId, event: `hub-texts: ${changed.join(', ')}`, subject: hubId },
    };
  });
  const hub = await read(deps.store, ref);
  if (!hub || result.kind === 'no-such-hub') return { kind: 'no-such-hub' };
  return { kind: result.kind === 'stale' ? 'stale' : 'saved', hub };
}

const faultsIn = ({ issues }: z.ZodError) => [...new Set(issues.map(({ path }) => path[0] as keyof HubTexts))];

/** A text as it is to be kept: the one before, with its date, when nothing changed. */
export function dated(before: DatedText | undefined, text: string, today: string): DatedText | undefined {
  if (text === (before?.text ?? '')) return before;
  return text === '' ? undefined : { text, since: today };
}
