import { z } from 'zod';
import type { HubTexts } from '../../services/people/hub-texts.ts';
import { button, buttonSchema } from '../actions.ts';
import { type Card, defineCard } from '../card.ts';
import { longDate } from '../words.ts';
import template from './hub-texts.json' with { type: 'json' };

const values = z.strictObject({ contact: z.string(), commitments: z.string(), privacy: z.string() });

const data = z.strictObject({
  hubName: z.string(),
  headline: z.string(),
  problems: z.array(z.string()),
  values,
  since: z.strictObject({ commitments: z.string(), privacy: z.string() }),
  settings: z.string(),
  save: buttonSchema,
  about: buttonSchema,
  back: buttonSchema,
});

const faultWords: Record<keyof HubTexts, string> = {
  contact: 'Keep the contact to 300 characters.',
  commitments: 'Keep what a school commits to within 1,200 characters and 30 lines.',
  privacy:
    'Enter the privacy notice in words, within 1,200 characters and 30 lines; or one link that begins with https://.',
};

type Form = {
  op: string;
  hubId: string;
  hubName: string;
  values: HubTexts;
  /** From when the texts that are kept now apply. */
  since: { commitments: string | undefined; privacy: string | undefined };
  faults: (keyof HubTexts)[];
  stale: boolean;
  /** Whether whoever looks may set the hub's name, dates and quota too. */
  coordinator: boolean;
};

const build = ({ op, hubId, hubName, values, since, faults, stale, coordinator }: Form) => ({
  hubName,
  headline: faults.length > 0 || stale ? 'Not saved yet' : 'What your hub says about itself',
  problems: stale
    ? ['This changed while you were looking. Here is how it stands now.']
    : faults.map((fault) => faultWords[fault]),
  values,
  since: { commitments: sinceLine(since.commitments), privacy: sinceLine(since.privacy) },
  settings: coordinator ? '' : 'Its name, dates and quota are set by a coordinator of the programme.',
  save: button('hubs.save-texts', { op, hubId }, { title: 'Save these texts', style: 'positive' }),
  about: button('hubs.about', { hubId }, { title: 'See what others see' }),
  back: coordinator
    ? button('hubs.edit', { hubId }, { title: 'Back to its settings' })
    : button('help.open', {}, { title: 'What I can do' }),
});

const sinceLine = (since: string | undefined) => (since ? `From ${longDate(since)}.` : 'Nothing written yet.');

const sample: Form = {
  op: 'sample',
  hubId: 'demo',
  hubName: 'Demo Maths Hub',
  values: { contact: 'hub@demo.example', commitments: 'The headteacher comes to the launch.', privacy: 'ask us' },
  since: { commitments: '2026-03-02', privacy: undefined },
  faults: ['privacy'],
  stale: false,
  coordinator: false,
};
const expand = defineCard({ template, data, sample: build(sample) });

/** A hub's own texts, as its leads and coordinators write them. */
export const hubTextsForm = Object.assign((form: Form): Card => expand(build(form)), {
  sample: () => expand(build(sample)),
});
