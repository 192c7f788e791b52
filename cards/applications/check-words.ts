import type { CriterionId } from '../../services/eligibility/criteria.ts';
import type { Outcome, Verdict } from '../../services/eligibility/rules.ts';
import { monthAndYear } from '../words.ts';

type Doubt = Extract<Outcome, 'not-met' | 'ask-hub'>;

const doubts: Record<Exclude<CriterionId, 'experience'>, Record<Doubt, string>> = {
  'maths-teacher': {
    'not-met': 'The programme is for maths teachers.',
    'ask-hub': 'The programme is for maths teachers. Your hub looks whether that is you.',
  },
  qts: {
    'not-met': 'The programme asks for qualified teacher status (QTS). You wrote that you do not have it.',
    'ask-hub': 'The programme asks for qualified teacher status (QTS). You wrote that you are not sure.',
  },
  'state-funded': {
    'not-met': 'The programme is for state-funded schools. By the DfE’s register, yours is none.',
    'ask-hub': 'The programme is for state-funded schools. Whether yours counts is for your hub to say.',
  },
  secondary: {
    'not-met': 'The programme is for secondary schools. By the DfE’s register, yours is none.',
    'ask-hub': 'The programme is for secondary schools. Whether yours counts is for your hub to say.',
  },
};

/** What the programme asks that the answers do not show: warnings, for the hub decides. */
export function warningsFor({ reasons, qualifiesFrom }: Verdict): string[] {
  const lines = reasons.flatMap(({ criterion, outcome }) => {
    if (outcome !== 'not-met' && outcome !== 'ask-hub') return [];
    return criterion === 'experience' ? [experienceLine(qualifiesFrom)] : [doubts[criterion][outcome]];
  });
  return lines.length > 0 ? [...lines, 'You can still apply: your hub decides.'] : [];
}

function experienceLine(qualifiesFrom: string | undefined): string {
  const asked = 'The programme asks for two years of teaching.';
  return qualifiesFrom ? `${asked} From what you wrote you have them from ${monthAndYear(qualifiesFrom)}.` : asked;
}
