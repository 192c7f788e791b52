import { dayInEngland, longDate } from '../../cards/words.ts';
import type { Application } from '../../services/applications/application.ts';
import {
  type EndorsementProblems,
  type EndorsementTyped,
  endorsementLimits,
} from '../../services/applications/endorsement.ts';
import { type Hub, hubIdOf } from '../../services/people/hub.ts';
import { linkIn, textName } from '../../services/people/hub-texts.ts';
import { choice, textField } from './fields.ts';
import { type Html, html } from './html.ts';
import { pageOf } from './layout.ts';
import { problemSummary, problemWords } from './problems.ts';

type Asked = { application: Application; hub: Hub };
type Filled = { typed?: EndorsementTyped; problems?: EndorsementProblems };

export const answerOptions = [
  { value: 'agree', label: 'Yes, we agree to what is said above' },
  { value: 'decline', label: 'No, we do not agree' },
];

const nothingTyped: EndorsementTyped = { answer: '', name: '', role: '', words: '', commitments: '' };

/** Asks a headteacher whether their school stands behind an application; with what was typed and what is wrong with it. */
export function formPage(asked: Asked, { typed = nothingTyped, problems = {} }: Filled = {}): string {
  const { application, hub } = asked;
  const wrong = Object.keys(problems).length > 0;
  return pageOf({
    title: wrong ? 'Not sent yet: endorse an application' : 'Endorse an application',
    where: `Cohort ${application.cohort}`,
    content: [
      ...(wrong ? [problemSummary(problems)] : []),
      html`<h1>A teacher asks for your endorsement</h1>`,
      whoApplies(asked),
      whatIsCommitted(hub, application),
      whoSees(asked),
      answerForm(asked, typed, problems),
    ],
  });
}

function whoApplies({ application: { answers, link }, hub }: Asked): Html {
  return html`<p>Somebody at your school has applied to become a Specialist. Your school’s agreement is part of the application. ${hub.name} decides afterwards.</p>
<h2>Who applies</h2>
<dl>
<dt>Name</dt><dd>${answers.name}</dd>
<dt>School</dt><dd>${answers.school}</dd>
<dt>Maths Hub</dt><dd>${hub.name}</dd>
<dt>Named as headteacher</dt><dd>${answers.headteacher}</dd>
<dt>Answer by</dt><dd>${dayInEngland(link.until)}</dd>
</dl>`;
}

const fromTheDocument = html`<ul>
<li>The headteacher attends a part of the launch event in the autumn term, alongside the Specialist.</li>
<li>The subject leader is expected to take part in a subject leader community (NCP25-15).</li>
</ul>
<p class="quiet">From the programme’s own document (NCP25-03, Participant information). The hub has not added a text of its own.</p>`;

function whatIsCommitted(hub: Hub, { textsOf, commitmentsShown }: Application): Html {
  const { name, commitments } = hub;
  const changed = textsOf === hubIdOf(hub) && commitments?.since !== commitmentsShown;
  const text = commitments
    ? html`${paragraphsOf(commitments.text)}
<p class="quiet">The text of ${name}, from ${longDate(commitments.since)}.${changed ? ' It is newer than the one that the applicant was shown.' : ''}</p>`
    : fromTheDocument;
  return html`<h2 id="commitments">What your school commits to</h2>
${text}`;
}

function answerForm({ application, hub }: Asked, typed: EndorsementTyped, problems: EndorsementProblems): Html {
  const { name } = application.answers;
  const error = (field: keyof EndorsementTyped) => problemWords(field, problems[field]);
  return html`<h2>Your answer</h2>
<form method="post" novalidate>
<input type="hidden" name="commitments" value="${textName(hub.commitments)}">
${choice({
  id: 'answer',
  legend: 'Does your school support this application?',
  options: answerOptions,
  chosen: typed.answer,
  error: error('answer'),
})}
${textField({ id: 'name', label: 'Your name', value: typed.name, most: endorsementLimits.name, autocomplete: 'name', error: error('name') })}
${textField({ id: 'role', label: 'Your role at the school', hint: 'For example: headteacher, or acting headteacher', value: typed.role, most: endorsementLimits.role, autocomplete: 'organization-title', error: error('role') })}
${textField({ id: 'words', label: 'If not: a few words, if you like', hint: `${name} sees these, and so do the leads of ${hub.name}. At most ${endorsementLimits.words} characters. No pupil names, please.`, value: typed.words, most: endorsementLimits.words, long: true, error: error('words') })}
<p><button>Send my answer</button></p>
</form>`;
}

function whoSees({ application, hub }: Asked): Html {
  return html`<h2>Who sees your answer</h2>
<p>${application.answers.name} is told whether you agreed, with your name, your role and, if you do not agree, your words. The leads of ${hub.name} see the same. They may ask your school whether the answer came from you.</p>
${privacyLine(hub)}`;
}

function privacyLine({ name, contact, privacy }: Hub): Html {
  const address = privacy && linkIn(privacy);
  if (address)
    return html`<p>How ${name} uses this: <a href="${address}" rel="noreferrer noopener">its privacy notice</a>.</p>`;
  if (privacy) return html`<p>How ${name} uses this:</p>${paragraphsOf(privacy.text)}`;
  return html`<p>How ${name} uses this, or anything else: ${contact || 'ask the hub.'}</p>`;
}

const paragraphsOf = (text: string): Html[] =>
  text
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => html`<p>${line}</p>`);
