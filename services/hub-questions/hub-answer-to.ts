import type { Deps } from '../deps.ts';
import { hubAt } from '../people/hub.ts';
import { topics } from '../questions/knowledge.ts';
import { type Rarity, rarityIn } from '../questions/rarity.ts';
import { termsOf } from '../questions/terms.ts';
import { read } from '../store/record.ts';
import { type HubAnswer, hubAnswersAt } from './hub-answers.ts';

/**
 * When a hub's question is taken for the one that is asked: nearly all of it is asked, it is most of what is asked, and
 * that is more than a word or two. Better no hub answer than a wrong one: of two of the bot's own wordings for different
 * things, 1 pair in 22,000 passes.
 */
const enough = { ofTheirs: 0.9, ofAsked: 0.55, weight: 6 };

/**
 * A hub's own answer to a question, for people of that hub: the one whose question is very like it, else the only one
 * about the same thing that the document does not say. Undefined when it has none. Costs two point reads.
 */
export async function hubAnswerTo(
  deps: Pick<Deps, 'store'>,
  hubId: string,
  { text, topic }: { text: string; topic?: string | undefined },
): Promise<{ question: string; answer: string; at: string; hubName: string } | undefined> {
  const [hub, kept] = await Promise.all([read(deps.store, hubAt(hubId)), read(deps.store, hubAnswersAt(hubId))]);
  const answers = kept?.answers ?? [];
  const found = mostLike(answers, text) ?? onlyOneAbout(answers, topic);
  if (!hub || !found) return undefined;
  const { question, answer, at } = found;
  return { question, answer, at, hubName: hub.name };
}

/** Of several about one thing, nothing says which is meant. */
function onlyOneAbout(answers: HubAnswer[], topic: string | undefined): HubAnswer | undefined {
  const [only, another] = answers.filter((one) => topic !== undefined && one.topic === topic);
  return another ? undefined : only;
}

function mostLike(answers: HubAnswer[], text: string): HubAnswer | undefined {
  const asked = new Set(termsOf(text));
  const scored = answers.map((one) => ({ one, score: scoreOf(asked, new Set(termsOf(one.question))) }));
  const [best] = scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
  return best?.one;
}

/** How much of what is asked a hub's question is, by weight; 0 where it is not for sure the same. */
function scoreOf(asked: Set<string>, theirs: Set<string>): number {
  const shared = weightOf(asked.intersection(theirs));
  const ofAsked = shared / weightOf(asked);
  const same = shared >= enough.weight && shared >= enough.ofTheirs * weightOf(theirs) && ofAsked >= enough.ofAsked;
  return same ? ofAsked : 0;
}

let known: Rarity | undefined;

/** How much terms tell: each by how rare it is among all the ways of asking that the bot knows. */
function weightOf(terms: Set<string>): number {
  known ??= rarityIn(topics.flatMap(({ questions }) => questions.map((one) => [...new Set(termsOf(one))])));
  const rarity = known;
  return [...terms].reduce((sum, term) => sum + rarity(term), 0);
}
