import { button } from '../actions.ts';
import { defineForm } from '../form.ts';
import { definePage } from '../page.ts';
import { instantInEngland } from '../words.ts';

type Somebody = { hubId: string; hubName: string; name: string; email: string; problem: string };

/** Whom a lead applies for. */
export const somebodyForm = defineForm<Somebody>({
  form: ({ hubId, hubName, name, email, problem }) => ({
    where: `${hubName} · Apply for somebody`,
    headline: 'Whom do you apply for?',
    problem,
    paragraphs: [
      'For a teacher who cannot use this app, or not yet. I look whether your hub knows them by their email address.',
    ],
    texts: [
      { id: 'name', label: 'Their name', error: 'Enter their name', maxLength: 100, value: name },
      { id: 'email', label: 'Their work email', error: 'Enter their work email', maxLength: 200, value: email },
    ],
    footnote: 'They are told what you submit for them. You then fill in the usual form.',
    actions: [
      button('on-behalf.find', { hubId }, { title: 'Go on to the form', style: 'positive' }),
      button('applications.list', { hubId }, { title: 'Not now' }),
    ],
  }),
  sample: {
    hubId: 'demo',
    hubName: 'Demo Maths Hub',
    name: 'Tess Okafor',
    email: 'tess@riverside',
    problem: 'Enter their work email, like name@school.org.uk.',
  },
});

type Applied = {
  hubId: string;
  hubName: string;
  applicationId: string;
  name: string;
  /** Whether the bot can tell them. */
  reachable: boolean;
  placed: boolean;
};

/** Says that somebody’s application is in, and how they hear of it. */
export const appliedForSomebody = definePage<Applied>({
  page: ({ hubId, hubName, applicationId, name, reachable, placed }) => ({
    where: `${hubName} · Apply for somebody`,
    headline: placed ? `The application is with ${hubName}` : `The application is on its way to ${hubName}`,
    paragraphs: [
      reachable
        ? 'They are told in their chat with me that you submitted it.'
        : 'I have no chat with them, so they do not know yet. What to tell them is ready for an email under “unreached”; a code lets them see it here.',
    ],
    rows: [{ label: 'For', value: name }],
    actions: [
      ...(placed
        ? [button('applications.view', { hubId, applicationId }, { title: 'Read the application', style: 'positive' })]
        : []),
      ...(reachable ? [] : [button('unreached.open', { hubId }, { title: 'What did not reach people' })]),
      button('applications.list', { hubId }, { title: 'All applications' }),
    ],
  }),
  sample: {
    hubId: 'demo',
    hubName: 'Demo Maths Hub',
    applicationId: 'sample',
    name: 'Tess **Okafor** ${name}',
    reachable: false,
    placed: true,
  },
});

type Done = { hubName: string; contact: string; by: string; submittedAt: string };

/** Tells somebody that a lead has applied for them. */
export const doneForYou = definePage<Done>({
  page: ({ hubName, contact, by, submittedAt }) => ({
    where: `${hubName} · Your application`,
    headline: 'An application was submitted for you',
    paragraphs: [
      `${by} of ${hubName} applied for you to become a Specialist, on ${instantInEngland(submittedAt)}.`,
      'The Specialist bot in Teams shows what it says: type “my application” in a chat with it.',
    ],
    rows: [{ label: 'Something wrong, or not what you want?', value: contact || `Ask the leads of ${hubName}.` }],
    actions: [
      button('application.show', {}, { title: 'My application', style: 'positive' }),
      button('help.open', {}, { title: 'What I can do' }),
    ],
  }),
  sample: {
    hubName: 'Demo Maths Hub',
    contact: 'hub@demo.example',
    by: 'Helen Marsh',
    submittedAt: '2026-03-03T16:05:00.000Z',
  },
});

type Code = { hubId: string; hubName: string; applicationId: string; name: string; code: string; goodForDays: number };

/** A one-time code that makes an account an applicant's, with words to forward. */
export const applicantCode = definePage<Code>({
  page: ({ hubId, hubName, applicationId, name, code, goodForDays }) => ({
    where: `${hubName} · Application`,
    headline: 'A code to forward',
    rows: [
      { label: 'For', value: name },
      { label: 'Code', value: code },
      {
        label: 'To forward',
        value: `Your application to ${hubName} is in the Specialist bot. To see it, open a chat with the bot in Teams and send it this code: ${code}`,
      },
    ],
    footnote: `Works once, for ${goodForDays} days. Whoever sends it first is ${name} to me, so send it to nobody else.`,
    actions: [
      button('applications.view', { hubId, applicationId }, { title: 'Back to the application' }),
      button('applications.list', { hubId }, { title: 'All applications' }),
    ],
  }),
  sample: {
    hubId: 'demo',
    hubName: 'Demo Maths Hub',
    applicationId: 'sample',
    name: 'Tess Okafor',
    code: 'ABCD-EFGH-JKMN',
    goodForDays: 30,
  },
});
