import { openEnded } from './facts.ts';

/** A stretch of time found in a clause: completed months, at least and at most, and where it stood. */
export type Span = {
  kind: 'amount' | 'since' | 'nth' | 'label';
  min: number;
  max: number;
  /** The last day on which it can have begun, for a date. */
  startedBy?: string;
  /** The last day on which it can have ended, for a stretch between two dates. */
  endedBy?: string;
  /** The words before and after it, as far as the next span. */
  before: string;
  after: string;
};

/** The mark that stands in the text for a span once it is understood; an ISO date by which it ended, or else began. */
export function mark(kind: Span['kind'], min: number, max: number, date = ''): string {
  const whole = (months: number) => Math.floor(Math.min(Math.max(months, 0), openEnded) + 1e-9);
  return `<${kind}:${whole(min)}:${whole(max)}:${date}>`;
}

const marks = /<(amount|since|nth|label):(\d+):(\d+):([\d-]*)>/;

/** The spans that were marked in a clause, in order. */
export function spansIn(clause: string): Span[] {
  const parts = clause.split(marks);
  const spans: Span[] = [];
  for (let i = 0; i + 5 < parts.length; i += 5) {
    const [before = '', kind, min, max, date, after = ''] = parts.slice(i, i + 6);
    const known = { kind: kind as Span['kind'], min: Number(min), max: Number(max), before, after };
    spans.push(date ? { ...known, [kind === 'amount' ? 'endedBy' : 'startedBy']: date } : known);
  }
  return spans;
}
