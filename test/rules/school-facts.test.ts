import { schoolFacts } from '../../services/schools/school-facts.ts';

const secondary = 'Secondary';

test.each([
  ['Community school', 'yes'],
  ['Voluntary aided school', 'yes'],
  ['Voluntary controlled school', 'yes'],
  ['Foundation school', 'yes'],
  ['Academy converter', 'yes'],
  ['Academy sponsor led', 'yes'],
  ['Free schools', 'yes'],
  ['University technical college', 'yes'],
  ['Studio schools', 'yes'],
  ['City technology college', 'yes'],
  ['community SCHOOL ', 'yes'],
  ['Community special school', 'ask-hub'],
  ['Foundation special school', 'ask-hub'],
  ['Non-maintained special school', 'ask-hub'],
  ['Academy special converter', 'ask-hub'],
  ['Academy special sponsor led', 'ask-hub'],
  ['Free schools special', 'ask-hub'],
  ['Free schools alternative provision', 'ask-hub'],
  ['Academy alternative provision converter', 'ask-hub'],
  ['Academy alternative provision sponsor led', 'ask-hub'],
  ['Pupil referral unit', 'ask-hub'],
  ['Free schools 16 to 19', 'ask-hub'],
  ['Academy 16-19 converter', 'ask-hub'],
  ['Academy 16 to 19 sponsor led', 'ask-hub'],
  ['Academy secure 16 to 19', 'ask-hub'],
  ['Sixth form centres', 'ask-hub'],
  ['Special post 16 institution', 'ask-hub'],
  ['Further education', 'ask-hub'],
  ["Service children's education", 'ask-hub'],
  ['Welsh establishment', 'ask-hub'],
  ['Offshore schools', 'ask-hub'],
  ['Miscellaneous', 'ask-hub'],
  ['A type that is new', 'ask-hub'],
  ['', 'ask-hub'],
  ['Other independent school', 'no'],
  ['Other independent special school', 'no'],
  ['Higher education institutions', 'no'],
  ['British schools overseas', 'no'],
  ['Secure units', 'no'],
  ['Online provider', 'no'],
  ["Children's centre", 'no'],
  ['Children’s centre linked site', 'no'],
])('When the register calls a school a %s, then whether the state funds it is: %s', (type, expected) => {
  expect(schoolFacts({ type, phase: secondary }).stateFunded).toBe(expected);
});

test.each([
  ['Secondary', 'yes'],
  ['All-through', 'ask-hub'],
  ['Middle deemed secondary', 'ask-hub'],
  ['Middle deemed primary', 'ask-hub'],
  ['Not applicable', 'ask-hub'],
  ['16 plus', 'ask-hub'],
  ['', 'ask-hub'],
  ['Primary', 'no'],
  ['Nursery', 'no'],
])('When a school’s phase is %s, then whether it is a secondary school is: %s', (phase, expected) => {
  expect(schoolFacts({ type: 'Academy converter', phase }).secondary).toBe(expected);
});
