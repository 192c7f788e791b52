import {
  type EndorsementProblems,
  type EndorsementTyped,
  endorsementLimits,
} from '../../services/applications/endorsement.ts';
import { type Html, html } from './html.ts';

type Field = keyof EndorsementTyped;

const missing: Record<Field, string> = {
  answer: 'Choose whether your school supports this application',
  name: 'Enter your name',
  role: 'Enter your role at the school',
  words: 'Write your words again',
  commitments: 'What your school commits to has changed while you read. Read it again, then send your answer',
};

/** What is wrong with a field, in words; empty when nothing is. */
export function problemWords(field: Field, problem: EndorsementProblems[Field]): string {
  switch (problem) {
    case undefined:
      return '';
    case 'missing':
    case 'changed':
      return missing[field];
    case 'too-long': {
      const most = endorsementLimits[field as keyof typeof endorsementLimits];
      return `${field === 'words' ? 'Shorten your words' : missing[field]}, to at most ${most} characters`;
    }
  }
}

const fields: Field[] = ['commitments', 'answer', 'name', 'role', 'words'];

/** All that keeps the answer from being sent, each a link to its field. A reader is taken here first. */
export function problemSummary(problems: EndorsementProblems): Html {
  const lines = fields.filter((field) => problems[field]);
  return html`<div class="problems" role="alert" tabindex="-1" autofocus aria-labelledby="not-sent">
<h2 id="not-sent">Your answer has not been sent yet</h2>
<ul>
${lines.map((field) => html`<li><a href="#${field}">${problemWords(field, problems[field])}</a></li>`)}
</ul>
</div>`;
}
