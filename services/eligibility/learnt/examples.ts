import { type CriterionId, criterionIds } from '../criteria.ts';
import { prepared } from './prepared.ts';
import type { Stance } from './reader.ts';

/** A text, prepared: whether it asks if somebody may apply, and what it says of each criterion where that is known. */
export type Example = { text: string; asked: boolean; says: Partial<Record<CriterionId, Stance>> };

/** The day the examples were written on: "since September 2025" was too short then. */
export const writtenOn = '2026-11-26';

/** A text that asks for something else than a verdict. */
export const asksElse = (text: string): Example => ({ text: prepared(text, writtenOn), asked: false, says: {} });

const stanceOf: Record<string, Stance> = { y: 'yes', n: 'no', o: 'open' };

/** The texts of `examples.json`, each with a letter for every criterion in order: yes, no, open; `.` where nobody noted it or careful readers differ. */
export const told = (json: string): Example[] =>
  (JSON.parse(json) as [text: string, letters: string][]).map(([text, letters]) => ({
    text: prepared(text, writtenOn),
    asked: true,
    says: Object.fromEntries(criterionIds.map((criterion, at) => [criterion, stanceOf[letters[at] ?? '']])),
  }));
