import type { School } from '../services/schools/school.ts';

/** One line among others to choose from. */
export type Choice = { value: string; title: string };

/** A school to choose: its value is its number in the register. */
export function schoolChoice({
  urn,
  name,
  town,
  postcode,
}: Pick<School, 'urn' | 'name' | 'town' | 'postcode'>): Choice {
  return { value: urn, title: [name, town, postcode].filter(Boolean).join(', ') };
}
