import { type DraftOf, formSteps } from '../../services/applications/draft.ts';
import { type Button, button } from '../actions.ts';
import { definePage } from '../page.ts';
import { instantInEngland } from '../words.ts';

/** Leads to the question whether a draft is to be deleted. */
export const deleteButton = ({ cohort, changes }: DraftOf): Button =>
  button(
    'application.deleting',
    { cohort, changes },
    { title: changes ? 'Delete my changes' : 'Delete my draft', overflow: true },
  );

type Deletion = DraftOf & {
  op: string;
  /** The draft as it is now: another state of it is another question. */
  version: number;
  saved: number;
  at: string;
  /** What became of the last press, in our own words. */
  message: string;
};

/** Asks once before a draft is deleted. */
export const draftDeletion = definePage<Deletion>({
  page: ({ op, cohort, changes, version, saved, at, message }) => {
    const what = changes ? 'my changes' : 'my draft';
    return {
      where: `Your application · Cohort ${cohort}`,
      headline: changes ? 'Delete your changes?' : 'Delete your draft?',
      paragraphs: [
        ...(message ? [message] : []),
        changes
          ? 'What you changed and have not sent is then gone. Your application stays as it was sent.'
          : 'All that you have saved of it is then gone, and I do not remind you of it. Nothing was sent, so nobody hears of this.',
        'You cannot take this back.',
      ],
      rows: [
        ...(changes ? [] : [{ label: 'Saved so far', value: `${saved} of ${formSteps.length} steps` }]),
        { label: 'Last saved', value: instantInEngland(at) },
      ],
      actions: [
        button(
          'application.delete',
          { op, cohort, changes, version },
          { title: `Delete ${what}`, style: 'destructive' },
        ),
        button('application.show', { cohort }, { title: `Keep ${what}` }),
      ],
    };
  },
  sample: { op: 'sample', cohort: '10', version: 1, saved: 2, at: '2026-03-02T10:00:00.000Z', message: '' },
});
