import { longest } from '../../services/hub-questions/hub-question.ts';
import { type Button, button } from '../actions.ts';
import { shortened } from '../words.ts';

type Asking = {
  op: string;
  /** The question, as it was typed. */
  text: string;
  /** What it is about, where that is something the document is known not to say. */
  topic?: string | undefined;
  /** The hub it goes to, where that is known. */
  hubName?: string | undefined;
};

/** The buttons that send a question to somebody's hub in one tap. One that is too long, or none, opens the form instead. */
export function askHubButtons({ op, text, topic, hubName }: Asking): Button[] {
  const title = `Ask ${shortened(hubName ?? 'my hub', 40)}`;
  const asked = text.trim();
  if (asked === '' || asked.length > longest.question) {
    const start = asked.slice(0, longest.question).toWellFormed();
    return [button('hub-questions.form', { text: start, topic }, { title, style: 'positive' })];
  }
  const question = { op, text: asked, topic };
  return [
    button('hub-questions.ask', { ...question, named: true }, { title, style: 'positive' }),
    button('hub-questions.ask', { ...question, named: false }, { title: 'Ask without my name', overflow: true }),
  ];
}
