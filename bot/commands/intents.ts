import { aboutYourData } from '../../cards/people/about-your-data.ts';
import { type NotHereYet, notHereYet } from '../../cards/questions/not-here-yet.ts';
import { openApplication, showApplication } from '../actions/application.ts';
import { showHelp } from '../actions/help.ts';
import { showContacts } from '../actions/hubs.ts';
import { showNext } from '../actions/next.ts';
import { onlyInPrivate, type Reply, type Turn } from '../turn.ts';

type Act = {
  /** About the person asking: done only in a chat of their own. */
  personal: boolean;
  run: (turn: Turn) => Promise<Reply> | Reply;
};

const say = (words: string): Act => ({ personal: false, run: () => ({ say: words }) });
const notYet = (what: NotHereYet): Act => ({ personal: true, run: () => ({ card: notHereYet({ what }) }) });

/** What is done when somebody asks for it in their own words. Nothing here changes anything before a button is pressed. */
const acts: Record<string, Act> = {
  apply: { personal: true, run: openApplication },
  resume_application: { personal: true, run: openApplication },
  application_status: { personal: true, run: (turn) => showApplication(turn) },
  my_progress: { personal: true, run: showNext },
  what_next: { personal: true, run: showNext },
  log_day: notYet('log-day'),
  visits: notYet('visits'),
  my_peers: notYet('peers'),
  human: { personal: false, run: showContacts },
  my_data: { personal: true, run: () => ({ card: aboutYourData({}) }) },
  delete_my_data: { personal: true, run: () => ({ card: aboutYourData({}) }) },
  help: { personal: false, run: showHelp },
  'smalltalk:greeting': { personal: false, run: showHelp },
  'smalltalk:thanks': say('You are welcome. Ask me anything else about the programme, or type “help”.'),
  'smalltalk:bye': say('Goodbye. I am here when you need me.'),
  'smalltalk:abuse': say(
    'I am sorry that did not help. To reach a person, type “contacts”; to see what I can do, type “help”.',
  ),
  'smalltalk:bot': say(
    'I am a program, not a person. I answer from the programme document, and what it does not say I pass to your hub.',
  ),
  'smalltalk:ok': say('Good. Ask me anything else about the programme, or type “what next”.'),
};

/** Does what somebody asked for in their own words. What is not known gets the help. */
export function actOn(intent: string, turn: Turn): Promise<Reply> | Reply {
  const act = acts[intent];
  if (!act) return showHelp(turn);
  if (act.personal && turn.place !== 'personal') return { say: onlyInPrivate };
  return act.run(turn);
}
