import type { Application } from '../../services/applications/application.ts';
import type { EndorsementTyped } from '../../services/applications/endorsement.ts';
import type { Hub } from '../../services/people/hub.ts';
import { answerOptions } from './form-page.ts';
import { type Html, html } from './html.ts';
import { pageOf } from './layout.ts';

const plain = (title: string, ...lines: string[]): string =>
  pageOf({ title, content: [html`<h1>${title}</h1>`, ...lines.map((line) => html`<p>${line}</p>`)] });

/** What is read by whoever sends what cannot be an answer. */
export const pages = {
  elsewhere: plain(
    'Open the link itself',
    'Your answer came from another page, so it was not taken. Open the link from the teacher’s message and answer there.',
  ),
  notAForm: plain('This could not be read', 'Open the link from the teacher’s message and answer on its page.'),
  tooLong: plain(
    'This is too long',
    'Your answer was not taken. Go back, shorten your words to 500 characters, and send it again.',
  ),
};

type Closed = 'answered' | 'expired' | 'replaced' | 'paused' | 'over' | 'unknown';

const closedWords: Record<Closed, [title: string, ...lines: string[]]> = {
  answered: [
    'This has been answered',
    'An answer has been given, so this link has done its work. If it was you, just now or before: you need do nothing more.',
    'If it was not you, tell the Maths Hub. To change an answer, ask the teacher for a new link, or tell the hub.',
  ],
  expired: [
    'This link has run out',
    'Ask the teacher who sent it for a new one: in Teams they open their application and choose “Make a new link”.',
  ],
  replaced: [
    'There is a newer link',
    'The teacher has made another one since, and only the newest works. Look for their latest message, or ask them to send the link again.',
  ],
  paused: [
    'The application is being changed',
    'The teacher has it back to change something. This link works again once they have sent it in. Come back then.',
  ],
  over: ['Nothing is asked of you any more', 'This application has ended. You need do nothing.'],
  unknown: [
    'This link leads nowhere',
    'It may have been cut off on its way. Copy all of it from the message, or ask the teacher to send it again.',
  ],
};

/** What a headteacher reads where there is nothing to answer; with what they had typed, for them to copy. */
export function closedPage(kind: Closed, typed: EndorsementTyped | undefined): string {
  const [title, ...lines] = closedWords[kind];
  const content = [html`<h1>${title}</h1>`, ...lines.map((line) => html`<p>${line}</p>`)];
  return pageOf({ title, content: [...content, ...(typed ? typedIn(typed) : [])] });
}

function typedIn({ answer, name, role, words }: EndorsementTyped): Html[] {
  const chosen = answerOptions.find(({ value }) => value === answer)?.label ?? '';
  const fields = [
    { label: 'Your answer', value: chosen },
    { label: 'Your name', value: name },
    { label: 'Your role', value: role },
    { label: 'Your words', value: words },
  ].filter(({ value }) => value);
  if (fields.length === 0) return [];
  return [
    html`<h2>What you typed</h2><p>You can copy it from here if you need it again.</p>
<dl>${fields.map(({ label, value }) => html`<dt>${label}</dt>${value.split('\n').map((line) => html`<dd>${line}</dd>`)}`)}</dl>`,
  ];
}

/** Where the store does not answer, or too much comes in at once. What was typed can be sent again as it is. */
export function laterPage(why: 'trouble' | 'busy', typed: EndorsementTyped | undefined): string {
  const title = why === 'trouble' ? 'This is taking longer than usual' : 'One moment';
  const said = typed
    ? 'Try again in a minute. Nothing is lost: what you typed is kept on this page, and an answer counts once only.'
    : 'Try again in a minute. Nothing is lost, and the link is still good.';
  const again = typed
    ? html`<form method="post">
${Object.entries(typed).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<button>Send my answer again</button>
</form>`
    : html`<form method="get"><button>Try again</button></form>`;
  return pageOf({ title, content: [html`<h1>${title}</h1><p>${said}</p>`, again] });
}

type Given = { agreed: boolean; application: Application; hub: Hub };

/** Thanks a headteacher, and says what happens next. */
export function thanksPage({ agreed, application, hub }: Given): string {
  const { name } = application.answers;
  const title = agreed ? 'Your school supports this application' : 'Your school does not support this application';
  const next = agreed
    ? `${name} is told, and the leads of ${hub.name} see it. The hub may ask your school whether the answer came from you. Then it decides, and tells ${name}.`
    : `${name} is told, and the leads of ${hub.name} see it, with your words if you wrote any. The application waits. If you change your mind, ask ${name} for a new link.`;
  return pageOf({
    title,
    where: `Cohort ${application.cohort}`,
    content: [
      html`<h1>${title}</h1><p>Your answer is recorded. You can close this page.</p>`,
      html`<h2>What happens next</h2><p>${next}</p>`,
      ...(hub.contact ? [html`<p>Questions? ${hub.name}: ${hub.contact}</p>`] : []),
    ],
  });
}
