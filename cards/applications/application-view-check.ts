import type { Application } from '../../services/applications/application.ts';
import { checkAsSent } from '../../services/applications/check.ts';
import { criteria } from '../../services/eligibility/criteria.ts';
import type { Verdict } from '../../services/eligibility/rules.ts';
import type { School } from '../../services/schools/school.ts';
import { inSight } from '../actions.ts';
import { longDate } from '../words.ts';
import type { View } from './application-view.ts';
import { endorsementButtons, endorsementRows } from './endorsement-rows.ts';
import { othersWords } from './queue-words.ts';

const verdictWords: Record<Verdict['kind'], string> = {
  eligible: 'What they wrote fits the programme’s rules.',
  'not-yet': 'From what they wrote, two years of teaching are not reached yet.',
  no: 'From what they wrote, something does not fit the programme’s rules.',
  'need-to-know': 'Something is not certain from what they wrote.',
  'ask-hub': 'The programme document does not settle everything here. Your hub does.',
};
const outcomeWords = { met: 'Met', 'not-met': 'Not met', 'ask-hub': 'For your hub to settle', missing: 'Not certain' };

/** The eligibility rules beside the answers, the school, what the hub looks for, and the endorsement. */
export function checkPart(view: View) {
  const { hubId, applicationId, application, school, others, criteria: own, conflict } = view;
  const { state, endorsement } = application;
  const verdict = checkAsSent(application);
  const buttons = conflict ? [] : endorsementButtons({ hubId, applicationId, state, endorsement });
  return {
    paragraphs: [`${verdictWords[verdict.kind]} It is a hint: your hub decides.`],
    rows: [
      ...checkRows(verdict),
      ...(conflict === 'own' ? [] : endorsementRows(application, school, view)),
      ...schoolRows(application, school),
      ...(othersWords(others) ? [{ label: 'Also applied', value: othersWords(others) }] : []),
      ...(own ? [{ label: `What your hub looks for, from ${longDate(own.since)}`, value: own.text }] : []),
    ],
    ...(buttons.length > 0 && {
      asked: { question: 'The headteacher’s endorsement', buttons: buttons.slice(0, 3).map(inSight) },
    }),
    buttons: buttons.slice(3),
  };
}

/** What is not met first, a row each with its reason; then what is, in one. */
function checkRows({ reasons, qualifiesFrom }: Verdict) {
  const open = reasons.flatMap(({ criterion, outcome }) => {
    if (outcome === 'met') return [];
    const { statement, reasons: words } = criteria[criterion];
    const from = criterion === 'experience' && qualifiesFrom ? ` They have them from ${longDate(qualifiesFrom)}.` : '';
    const reason = outcome === 'not-met' ? words[outcome] : '';
    return [{ label: statement, value: [outcomeWords[outcome], `${reason}${from}`.trim()].filter(Boolean).join('. ') }];
  });
  const met = reasons.filter(({ outcome }) => outcome === 'met').map(({ criterion }) => criteria[criterion].statement);
  return met.length > 0 ? [...open, { label: 'Met, from what they wrote', value: met.join('\n') }] : open;
}

/** The school's facts, as the register has them now. */
function schoolRows({ answers }: Application, school: School | undefined) {
  if (!school) {
    const why = answers.urn ? 'Not in the register any more' : 'Typed by hand, not found in the register';
    return [{ label: 'School', value: `${answers.school}. ${why}.` }];
  }
  const { name, town, postcode, type, phase, localAuthority, lowAge, highAge, urn } = school;
  const ages = lowAge !== undefined && highAge !== undefined ? `, ages ${lowAge} to ${highAge}` : '';
  return [
    { label: 'School, by the DfE’s register', value: [name, town, postcode].filter(Boolean).join(', ') },
    { label: 'Kind of school', value: `${[type, phase].filter(Boolean).join(', ')}${ages}` },
    { label: 'Local authority, number (URN)', value: [localAuthority, urn].filter(Boolean).join(', ') },
  ];
}
