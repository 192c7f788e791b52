import type { Deps } from '../services/deps.ts';
import { findSchools } from '../services/schools/find-schools.ts';
import type { School } from '../services/schools/school.ts';
import type { Typeahead } from './activity.ts';

/** What a field that is searched while somebody types is given to choose from. */
type Choice = { value: string; title: string };

/** What can be searched like this, by the name that the card gives it. */
const datasets: Record<string, (deps: Deps, text: string) => Promise<Choice[]>> = {
  schools: async (deps, text) => (await findSchools(deps, text)).map(schoolChoice),
};

/** A school as one line among others: its value is its number in the register. */
export function schoolChoice({
  urn,
  name,
  town,
  postcode,
}: Pick<School, 'urn' | 'name' | 'town' | 'postcode'>): Choice {
  return { value: urn, title: [name, town, postcode].filter(Boolean).join(', ') };
}

/** The choices for what was typed so far: none for nothing, and none of what is not known. */
export async function choicesFor(deps: Deps, { dataset, text }: Typeahead): Promise<Choice[]> {
  const find = Object.hasOwn(datasets, dataset) ? datasets[dataset] : undefined;
  return find && text.trim() ? find(deps, text) : [];
}

/** The body of the answer to a search. */
export const choicesBody = (results: Choice[]) => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.search.searchResponse',
  value: { results },
});
