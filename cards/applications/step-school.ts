import { type DraftValues, notListed } from '../../services/applications/draft.ts';
import type { HubWindow } from '../../services/applications/look.ts';
import type { Problems } from '../../services/applications/rules.ts';
import type { Covered, Suggested } from '../../services/applications/suggested-hub.ts';
import type { School } from '../../services/schools/school.ts';
import { button } from '../actions.ts';
import type { Card } from '../card.ts';
import { schoolChoice } from '../school-choice.ts';
import { coveredLine, windowNote } from './covered-line.ts';
import { problemWith } from './problems.ts';
import { draftOn, type Field, formField, type StepShown, stepCard, waysOn } from './step.ts';

type StepSchool = StepShown & {
  values: DraftValues;
  hubId: string;
  /** The hub that stands there because it covers the school's local authority. */
  suggested?: Suggested | undefined;
  /** Which hubs cover it. */
  covered: Covered | undefined;
  /** A hub could be suggested, once their school is known. */
  maySuggest: boolean;
  problems: Problems;
  /** Whether there is a register to find a school in. */
  hasRegister: boolean;
  /** The school that was chosen, and those that were found. */
  schools: School[];
  hubs: Pick<HubWindow, 'id' | 'name' | 'window'>[];
  /** An application that was sent stays with its hub: there is none to choose. */
  changing: boolean;
};

const build = (shown: StepSchool): Card => {
  const { values, problems, hasRegister, changing } = shown;
  const typing = !hasRegister || values.school === notListed;
  return stepCard({
    ...shown,
    step: 'school',
    headline: 'Your school and your hub',
    paragraphs: [],
    fields: [
      ...(hasRegister ? finding(shown) : []),
      ...(typing ? [typedSchool(shown)] : []),
      formField('text', {
        id: 'headteacher',
        label: 'Your headteacher’s name',
        placeholder: hasRegister ? 'Left empty, I take it from the register' : '',
        maxLength: 100,
        value: values.headteacher ?? '',
        problem: problemWith('headteacher', problems),
      }),
      ...(changing ? [] : hubChoice(shown)),
    ],
    footnote: hasRegister ? 'Schools are those of the DfE’s register, Get Information about Schools.' : '',
    actions: waysOn((go, look) => button('application.save-school', { ...formOn(shown), go }, look), true),
  });
};

/** What a button of this step carries. */
const formOn = (shown: StepSchool) => ({ ...draftOn(shown), suggested: shown.suggested });

function finding(shown: StepSchool): Field[] {
  const { values, problems, schools } = shown;
  const find = button('application.save-school', { ...formOn(shown), go: 'find' }, { title: 'Find school' });
  const options = [...schools.map(schoolChoice), { value: notListed, title: 'My school isn’t listed' }];
  return [
    formField('text', {
      id: 'search',
      label: 'Find your school by name and town, postcode or URN',
      placeholder: 'Ashdown Academy, Demoford',
      maxLength: 100,
      value: values.search ?? '',
    }),
    formField('press', { presses: [find] }),
    // A list that is searched while one types has no label for screen readers in some clients: it is there at first only.
    formField(schools.length > 0 ? 'choice' : 'school', {
      id: 'school',
      label: schools.length > 0 ? 'Which of these is your school?' : 'Your school',
      value: values.school ?? '',
      options,
      problem: values.school === notListed ? '' : schoolProblem(values, schools, problems),
    }),
  ];
}

function schoolProblem({ search, school }: DraftValues, schools: School[], problems: Problems): string {
  if (search && !school && schools.length === 0)
    return 'I found no school like that. Try part of its name with the town, or choose “My school isn’t listed”.';
  if (!problems.school && !problems.urn) return '';
  return schools.length > 0 ? 'Choose your school from those I found' : 'Find your school, then choose it';
}

const typedSchool = ({ values, problems }: StepSchool) =>
  formField('text', {
    id: 'typedSchool',
    label: 'Your school’s name and town',
    maxLength: 200,
    value: values.typedSchool ?? '',
    problem: problemWith('school', problems),
  });

const willSuggest = 'Left empty, I suggest the hub that covers your school’s local authority, where one does.';

const hubChoice = ({ hubs, hubId, covered, maySuggest, suggested, problems }: StepSchool): Field[] => [
  ...(covered ? [formField('lines', { lines: [coveredLine(covered)] })] : []),
  ...(maySuggest && !hubId ? [formField('lines', { lines: [willSuggest] })] : []),
  formField('choice', {
    id: 'hub',
    label: 'Your Maths Hub',
    value: hubId,
    options: hubs.map(({ id, name, window }) => ({ value: id, title: `${name}${windowNote(window)}` })),
    problem: problems.hub && suggested ? 'Check that this is your hub, then save again' : problemWith('hub', problems),
  }),
];

const sample: StepSchool = {
  op: 'sample',
  cohort: '10',
  version: 1,
  message: '',
  asked: '',
  values: { search: 'riverside', school: notListed, typedSchool: 'Riverside **Academy** ${name}' },
  hubId: 'demo',
  suggested: { hubId: 'demo', authority: 'Demoshire' },
  covered: {
    authority: 'Demoshire',
    hubs: [{ id: 'demo', name: 'Demo Maths Hub', window: { kind: 'open', closes: '2026-04-13' } }],
    isChoice: true,
  },
  maySuggest: false,
  problems: { headteacher: 'missing', hub: 'missing' },
  hasRegister: true,
  schools: [
    {
      urn: '900001',
      name: 'Riverside Academy',
      town: 'Ashford',
      postcode: 'ZZ1 1AA',
      localAuthority: 'Demoshire',
      type: 'Academy converter',
      phase: 'Secondary',
      stateFunded: 'yes',
      secondary: 'yes',
    },
  ],
  hubs: [{ id: 'demo', name: 'Demo Maths Hub', window: { kind: 'open', closes: '2026-04-13' } }],
  changing: false,
};

/** The second step: the school, its headteacher, and the hub that decides. */
export const stepSchool = Object.assign(build, { sample: () => build(sample) });
