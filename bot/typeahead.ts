import { type Choice, schoolChoice } from '../cards/school-choice.ts';
import type { Deps } from '../services/deps.ts';
import { findSchools } from '../services/schools/find-schools.ts';
import type { Typeahead } from './activity.ts';

/** What can be searched like this, by the name that the card gives it. */
const datasets: Record<string, (deps: Deps, text: string) => Promise<Choice[]>> = {
  schools: async (deps, text) => (await findSchools(deps, text)).map(schoolChoice),
};

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
