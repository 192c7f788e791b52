import type { Card } from '../cards/card.ts';
import type { Actor } from '../services/access.ts';
import type { Deps } from '../services/deps.ts';
import type { Place, RosterEntry } from '../services/people/channels.ts';
import type { Account, Person } from '../services/people/person.ts';
import type { Programme } from '../services/people/programme.ts';
import type { Understanding } from '../services/questions/engine/understanding.ts';

/** One thing somebody said or pressed, with all a command or handler needs to answer it. */
export type Turn = {
  actor: Actor;
  /** What their next message in a chat of their own is the answer to. */
  awaits: Person['awaits'];
  /** The account it came from. */
  account: Account;
  place: 'personal' | 'group' | 'channel';
  /** The channel it was said in, when it was. */
  channel: Place | undefined;
  /** Who can see this conversation, as Teams says now; undefined when it does not say. */
  roster: () => Promise<RosterEntry[] | undefined>;
  programme: Programme;
  /** Where the bot's own pages are on the web. */
  publicUrl: string;
  deps: Deps;
  /** The same with the store's time counted from now: for after something that took long without the store. */
  fresh: () => Deps;
  engine: Understanding;
  /** Leaves something to be done once the reply is out, with time of its own. Its failure is logged. */
  afterwards: (work: (deps: Deps) => Promise<unknown>) => void;
};

/** Said in channels and group chats where the answer would be about a person. */
export const onlyInPrivate = 'That is between you and me: open a chat with me alone and ask again there.';

/** The answer: a card, which takes the place of the card that was pressed, or a sentence beside it. */
export type Reply = { card: Card } | { say: string };
