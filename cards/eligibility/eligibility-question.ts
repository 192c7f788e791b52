import type { CriterionId } from '../../services/eligibility/criteria.ts';
import type { Facts } from '../../services/eligibility/facts.ts';
import { button } from '../actions.ts';
import { definePage } from '../page.ts';
import { heard } from './heard.ts';
import { type Choice, questions } from './questions.ts';

type Asked = { criterion: Choice['criterion']; known: Facts; about: 'self' | 'another' };

/** Whether a criterion can be answered by a press. */
export const hasButtons = (criterion: CriterionId): criterion is Choice['criterion'] => criterion !== 'experience';

/** Asks the one thing that is missing: an answer a button. */
export const eligibilityQuestion = definePage<Asked>({
  page: ({ criterion, known, about }) => {
    const choice = questions.find((one) => one.criterion === criterion);
    return {
      where: about === 'self' ? 'Can I apply? · One more thing' : 'Can they apply? · One more thing',
      headline: (about === 'self' ? choice?.question : choice?.questionOfThem) ?? '',
      paragraphs: heard(known, about),
      footnote:
        about === 'self'
          ? 'Only you see this. I remember it for 30 days, so that you are not asked twice.'
          : 'Only you see this. What you say about somebody else is not kept.',
      actions: [
        ...(choice?.options ?? []).map(({ title, value }) =>
          button('eligibility.answer', { known, about, criterion, answer: value }, { title }),
        ),
        button('help.open', {}, { title: 'Not now', overflow: true }),
      ],
    };
  },
  sample: { criterion: 'qts', known: { mathsTeacher: 'yes', stateFunded: 'yes', secondary: 'yes' }, about: 'self' },
});
