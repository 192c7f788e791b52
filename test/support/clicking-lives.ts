import type { TeamsPerson } from './activities.ts';
import { buttonsOn, demoPerson, stranger } from './bot.ts';
import { type Client, clientOf } from './bot-process.ts';
import { fillInWith } from './flows.ts';

/** What is read where it was done. */
const told = {
  submit: /Your application (?:waits|is on its way)/,
  // Whose answer is recorded, though they were cut off before they could read so, reads so when they send it again.
  endorse: /Your school supports this application|This has been answered/,
  offer: /The place is offered/,
  'put-on-reserve': /They are on reserve/,
  decline: /They are told that it is not this time/,
  accept: /You have accepted your place/,
  'turn-down': /You turned the place down/,
  withdraw: /You have withdrawn your application/,
};
/** What happens to an application by a press in Teams, or on the headteacher's page. */
export type Clicked = keyof typeof told;

/** The last press of somebody who wants something done. */
type Press = { who: TeamsPerson; verb: string; data: object } | { page: string; fields: Record<string, string> };
/** Whose application it is, and what was pressed for it last: the same again until somebody is told that it is done. */
export type Clicks = { name: string; applicationId: string; pending?: Press | undefined };

const helen = demoPerson('Helen');
const decisions: Partial<Record<Clicked, { title: string; typed: object }>> = {
  offer: { title: 'Offer the place now', typed: {} },
  'put-on-reserve': { title: 'Put on reserve now', typed: {} },
  decline: { title: 'Tell them now', typed: { reason: 'experience', words: 'Come back next year.' } },
};
/** From one's own application to the press that counts. A place that was accepted is given back. */
const ways: Partial<Record<Clicked, string[][]>> = {
  accept: [['Accept your place']],
  'turn-down': [['Turn it down'], ['Turn my place down']],
  withdraw: [
    ['Withdraw my application', 'Give my place back'],
    ['Withdraw my application', 'Give my place back'],
  ],
};

/**
 * Does what comes next by pressing what people press, on the bot at `url`. True when somebody was told that it is done;
 * false when it cannot be pressed yet. Rejects when the bot is gone.
 */
export async function click(url: string, serviceUrl: string, life: Clicks, event: Clicked): Promise<boolean> {
  const client = clientOf(url, serviceUrl);
  life.pending ??= await lastPress(client, life, event);
  if (!life.pending) return false;
  const said = await answerTo(client, url, life.pending);
  if (!told[event].test(said)) {
    if (/taking longer/.test(said)) return false;
    throw new Error(`${life.name} pressed for “${event}” and read ${said}`);
  }
  life.pending = undefined;
  return true;
}

async function answerTo(client: Client, url: string, press: Press): Promise<string> {
  if ('verb' in press) return JSON.stringify(await client.press(press.who, press.verb, press.data));
  const response = await fetch(url + press.page, { method: 'POST', body: new URLSearchParams(press.fields) });
  return response.text();
}

/** Opens card after card up to the press that does it; undefined where it is not to be had yet. */
async function lastPress(client: Client, life: Clicks, event: Clicked): Promise<Press | undefined> {
  const { name } = life;
  const who = stranger(name);
  if (event === 'submit') {
    const data = await fillInWith(client, who, { name }).catch(whenBusy);
    return data && { who, verb: 'application.submit', data };
  }
  if (event === 'endorse') return answerOnPage(await client.press(who, 'application.link', {}));
  const own = await client.press(who, 'application.show', {});
  // Until it has reached the hub, nobody can do anything with it.
  life.applicationId ||= applicationIdOn(own);
  const { applicationId } = life;
  if (!applicationId) return undefined;
  const decision = decisions[event];
  if (decision) {
    const asked = await client.press(helen, 'decisions.ask', { hubId: 'demo', applicationId, event });
    return pressOf(helen, asked, [decision.title], decision.typed);
  }
  let card = own;
  let press: Press | undefined;
  for (const titles of ways[event] ?? []) {
    if (press && 'verb' in press) card = await client.press(who, press.verb, press.data);
    press = pressOf(who, card, titles);
    if (!press) return undefined;
  }
  return press;
}

/** A store that takes too long gives no summary: the form is opened again, and goes on where it was. */
function whenBusy(error: unknown): undefined {
  if (!/no summary/.test(String(error))) throw error;
}

function pressOf(who: TeamsPerson, card: unknown, titles: string[], typed: object = {}): Press | undefined {
  const button = buttonsOn(card).find(({ title }) => titles.includes(title ?? ''));
  return button && { who, verb: button.verb, data: { ...button.data, ...typed } };
}

/** The headteacher's answer, on the page whose link stands on the card. */
function answerOnPage(card: unknown): Press | undefined {
  const [page] = /\/endorse\/[\w.-]+/.exec(JSON.stringify(card)) ?? [];
  const fields = { answer: 'agree', name: 'Dr Amara Lowe', role: 'Headteacher', words: '', commitments: '' };
  return page ? { page, fields } : undefined;
}

const applicationIdOn = (card: unknown): string => /"applicationId":"([^"]+)"/.exec(JSON.stringify(card))?.[1] ?? '';
