import { forgetAsked } from '../../services/eligibility/memory.ts';
import { longest } from '../../services/hub-questions/hub-question.ts';
import { codeIn } from '../../services/people/codes.ts';
import { openAccounts, takeCode } from '../actions/accounts.ts';
import { openApplication, showApplication } from '../actions/application.ts';
import { hearAnswer } from '../actions/application-draft.ts';
import { openApplications } from '../actions/applications.ts';
import { openLink } from '../actions/channels.ts';
import { openDeletion } from '../actions/delete-draft.ts';
import { openEligibility } from '../actions/eligibility.ts';
import { showHelp } from '../actions/help.ts';
import { openHubAnswers } from '../actions/hub-answers.ts';
import { openHowWeDecide } from '../actions/hub-decides.ts';
import { openAskForm, showMine } from '../actions/hub-questions.ts';
import { openOurHub, showContacts } from '../actions/hubs.ts';
import { openLeads } from '../actions/leads.ts';
import { openQuestionsList } from '../actions/leads-questions.ts';
import { openInsights } from '../actions/learning.ts';
import { showNext } from '../actions/next.ts';
import { openOnBehalf } from '../actions/on-behalf.ts';
import { openPeople } from '../actions/people.ts';
import { openSchool } from '../actions/school.ts';
import { showChecklist } from '../actions/set-up.ts';
import { openUnreached } from '../actions/unreached.ts';
import { showWhoAmI } from '../actions/whoami.ts';
import { onlyInPrivate, type Reply, type Turn } from '../turn.ts';
import { answerQuestion } from './question.ts';

type Command = {
  /** What somebody types, whole, in any case, with or without a full stop. */
  words: RegExp;
  /** About the person asking: answered only in a chat of their own, never before others. */
  personal: boolean;
  /** It may ask something of the person that they can answer in words. */
  judges?: true;
  run: (turn: Turn) => Promise<Reply> | Reply;
};

/** Every typed command, first match first. What matches none is a question. */
const commands: Command[] = [
  { words: /^(help|hi|hello|hey|start|menu|what can you do)$/, personal: false, run: showHelp },
  { words: /^(who ?am ?i)$/, personal: true, run: showWhoAmI },
  {
    words: /^(what('s| is| comes| happens| do i do| should i do)? )?next$|^what (now|do i do now)$/,
    personal: true,
    run: showNext,
  },
  { words: /^((our|my|the) )?hub$/, personal: true, run: openOurHub },
  {
    words:
      /^(i (want|would like|'d like) to )?apply( now)?$|^(start|resume|continue|go on with) (my |an |the )?(application|draft)$|^(my )?draft$/,
    personal: true,
    run: openApplication,
  },
  {
    words:
      /^((please|can you|could you|i want to|i'd like to) )?(delete|remove|discard|erase|bin|throw away|get rid of) (my |the |this )?((unsent |unfinished |saved |application )?draft|draft application|unsent changes)( please)?$/,
    personal: true,
    run: openDeletion,
  },
  {
    words: /^apply (for|on behalf of) (some(body|one)|a (teacher|colleague))( else)?$/,
    personal: true,
    run: openOnBehalf,
  },
  { words: /^(show |see )?(the )?(unreached|undelivered)( messages| people)?$/, personal: true, run: openUnreached },
  { words: /^(show |see )?my questions$/, personal: true, run: (turn) => showMine(turn) },
  { words: /^(show |see )?((the|our) )?questions$/, personal: true, run: openQuestionsList },
  { words: /^(show |see )?((the|our) )?(hub )?answers$/, personal: true, run: openHubAnswers },
  {
    words: /^ask (my|our|the) (maths )?hub('s)?( leads?)?( a question)?$/,
    personal: true,
    run: (turn) => openAskForm(turn),
  },
  { words: /^(show |see )?my application$|^status$/, personal: true, run: showApplication },
  { words: /^(show |see )?(all )?applications$/, personal: true, run: openApplications },
  {
    words: /^(check if i can apply|am i eligible|can i apply|do i qualify)$/,
    personal: true,
    judges: true,
    run: openEligibility,
  },
  { words: /^how (do )?we decide$/, personal: true, run: openHowWeDecide },
  { words: /^set ?-?up$|^(show |see )?hubs$/, personal: true, run: (turn) => showChecklist(turn) },
  {
    words: /^(link|add) (another|my other|an) account$|^(my )?accounts$/,
    personal: true,
    run: (turn) => openAccounts(turn),
  },
  { words: /^(i |i've )?changed? (my )?schools?$|^(my )?(new )?school$/, personal: true, run: openSchool },
  { words: /^(show |see )?(insights|what (do )?people ask(ed)?)$/, personal: true, run: openInsights },
  { words: /^link( this)?( channel)?$/, personal: false, run: openLink },
  { words: /^(show |see )?leads$/, personal: true, run: openLeads },
  { words: /^(show |see |import |my |our )?(people|specialists)$/, personal: true, run: openPeople },
  {
    words: /^(contacts?|reach a person|(talk|speak) to (a person|someone|a human))$/,
    personal: false,
    run: showContacts,
  },
];

/** The question in “ask my hub whether the launch is in person”, as it was typed. */
function questionForHub(text: string): string | undefined {
  const [, question] = /^\s*ask (?:my|our|the) (?:maths )?hub(?:['’]s)?(?: leads?)?\b[\s:,]*(.+)$/is.exec(text) ?? [];
  return question?.trim().slice(0, longest.question).toWellFormed();
}

/** A message that the application form waits for. */
async function answerAwaited(text: string, turn: Turn): Promise<Reply | undefined> {
  return turn.awaits && hearAnswer(turn, turn.awaits, text);
}

/** The answer to something typed. */
export async function answerText(text: string, turn: Turn): Promise<Reply> {
  const words = text
    .trim()
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[.?!\s]+$/, '')
    .replace(/\s+/g, ' ');
  if (words === '') return showHelp(turn);
  const code = turn.place === 'personal' ? codeIn(text) : undefined;
  if (code) return takeCode(turn, code);
  const command = words.length <= 60 ? commands.find((one) => one.words.test(words)) : undefined;
  const forHub = command ? undefined : questionForHub(text);
  if (forHub) return turn.place === 'personal' ? openAskForm(turn, forHub) : { say: onlyInPrivate };
  if (!command) return (await answerAwaited(text, turn)) ?? answerQuestion(text, turn);
  if (command.personal && turn.place !== 'personal') return { say: onlyInPrivate };
  if (turn.place === 'personal' && !command.judges) turn.afterwards((deps) => forgetAsked(deps, turn.actor));
  return command.run(turn);
}
