import { noteLimits } from '../../services/applications/notes.ts';
import { button } from '../actions.ts';
import { defineForm } from '../form.ts';

type NoteForm = {
  op: string;
  hubId: string;
  hubName: string;
  applicationId: string;
  name: string;
  text: string;
  problem: string;
};

/** Where a lead writes a note beside an application. */
export const noteForm = defineForm<NoteForm>({
  form: ({ op, hubId, hubName, applicationId, name, text, problem }) => ({
    where: `${hubName} · Application · Notes`,
    headline: problem ? 'Not added yet' : 'Write a note',
    problem,
    paragraphs: [`About ${name}.`],
    texts: [
      {
        id: 'note',
        label: `Your note, in at most ${noteLimits.characters} characters`,
        error: 'Write the note first',
        maxLength: noteLimits.characters,
        value: text,
        long: true,
      },
    ],
    footnote: 'The leads of your hub see this, and the applicant can ask to see it. No pupil names, please.',
    actions: [
      button('notes.add', { op, hubId, applicationId }, { title: 'Add this note', style: 'positive' }),
      button('applications.view', { hubId, applicationId, part: 'notes' }, { title: 'Back to the notes' }),
    ],
  }),
  sample: {
    op: 'sample',
    hubId: 'demo',
    hubName: 'Demo Maths Hub',
    applicationId: 'sample',
    name: 'Tess **Okafor** ${name}',
    text: '',
    problem: 'Write the note first.',
  },
});
