import type { CriterionId } from '../../services/eligibility/criteria.ts';
import { criterionIds } from '../../services/eligibility/criteria.ts';
import { asksForVerdict, factsTold } from '../../services/eligibility/facts-told.ts';
import type { Example } from '../../services/eligibility/learnt/examples.ts';
import { learnFrom } from '../../services/eligibility/learnt/learn.ts';
import { prepared } from '../../services/eligibility/learnt/prepared.ts';
import { type Reader, readerFrom, type Stance } from '../../services/eligibility/learnt/reader.ts';

const today = '2026-11-26';

/** Finds everything as likely as it is told, for every text; what it is told nothing of stays open. */
function readerSaying(says: Partial<Record<CriterionId, [Stance, number]>>, asked = 1): Reader & { read: string[] } {
  const read: string[] = [];
  const likelihood = (criterion: CriterionId) => {
    const [stance, probability] = says[criterion] ?? ['open', 1];
    const rest = (1 - probability) / 2;
    return [criterion, { yes: rest, no: rest, open: rest, [stance]: probability }];
  };
  return {
    read,
    likelihoods: async (texts) => {
      read.push(...texts);
      const all = Object.fromEntries(criterionIds.map(likelihood));
      return texts.map(() => ({ asked, says: all }));
    },
  };
}

describe('What no wording was recognised for', () => {
  const says = 'The comp I am at, and maths there';
  test.each<[string, [Stance, number], string | undefined]>([
    ['very likely met', ['yes', 0.95], 'yes'],
    ['likely met, but not enough', ['yes', 0.85], undefined],
    ['very likely not met', ['no', 0.9], 'no'],
    ['likely not met, but not enough', ['no', 0.65], undefined],
    ['likely open', ['open', 0.9], undefined],
  ])('When it is %s, it is read so', async (_, qts, expected) => {
    const facts = await factsTold(readerSaying({ qts }), `${says}; as if that were QTS`, today);
    expect(facts.qts).toBe(expected);
  });

  test('When nothing in the text names it, it does not count as met, however likely', async () => {
    expect(await factsTold(readerSaying({ qts: ['yes', 1] }), says, today)).not.toHaveProperty('qts');
  });

  test('When what is told may be over, it has to be likelier', async () => {
    const over = 'Used to be at a comp, I was in front of those maths sets there';
    const at = (probability: number) =>
      factsTold(readerSaying({ secondary: ['yes', probability], 'maths-teacher': ['yes', probability] }), over, today);
    expect(await at(0.93)).not.toHaveProperty('mathsTeacher');
    expect(await at(0.97)).toHaveProperty('mathsTeacher', 'yes');
  });

  test('When some of the time may not count, likeness never says that it is too short', async () => {
    const reader = readerSaying({ experience: ['no', 1] });
    expect(await factsTold(reader, 'Some terms here and some overseas', today)).not.toHaveProperty('experience');
  });

  test('When somebody is in doubt, likeness says nothing', async () => {
    const reader = readerSaying({ qts: ['yes', 1], 'state-funded': ['no', 1] });
    const facts = await factsTold(reader, 'No idea whether that thing was QTS. Who pays for us?', today);
    expect(facts).toEqual({});
  });

  test('When it is time that is too short, the day from which it is enough goes by the one time that is told', async () => {
    const reader = readerSaying({ experience: ['no', 1] });
    const facts = await factsTold(reader, 'Third-party thing, 14 months of the job it says', today);
    expect(facts.experience).toEqual({ minMonths: 14, maxMonths: 14 });
    const without = await factsTold(reader, 'I only came lately to all this', today);
    expect(without.experience).toEqual({ minMonths: 0, maxMonths: 23 });
  });
});

describe('What a wording was recognised for', () => {
  const says = 'I teach maths at a state secondary.';
  test('When it is not unlikely, it stays', async () => {
    const facts = await factsTold(readerSaying({ 'maths-teacher': ['open', 0.7] }), says, today);
    expect(facts.mathsTeacher).toBe('yes');
  });

  test('When texts like it say nothing of the kind, it is asked for', async () => {
    const facts = await factsTold(readerSaying({ 'maths-teacher': ['open', 1] }), says, today);
    expect(facts).not.toHaveProperty('mathsTeacher');
  });

  test('When nothing can be read by likeness, it stands alone', async () => {
    const broken = { likelihoods: () => Promise.reject(new Error('gone')) };
    expect(await factsTold(broken, says, today)).toEqual({ mathsTeacher: 'yes', stateFunded: 'yes', secondary: 'yes' });
    expect(await asksForVerdict(broken, says, today)).toBe('perhaps');
  });

  test('When the text is too long to be read, likeness is not asked', async () => {
    const reader = readerSaying({ qts: ['yes', 1] });
    expect(await factsTold(reader, 'QTS '.repeat(300), today)).toEqual({});
    expect(await asksForVerdict(reader, 'QTS '.repeat(300), today)).toBe('perhaps');
    expect(reader.read).toEqual([]);
  });
});

test.each<[number, string]>([
  [0.99, 'yes'],
  [0.5, 'perhaps'],
  [0.01, 'no'],
])('When a verdict is asked for with a likelihood of %s, the text asks for one: %s', async (asked, expected) => {
  expect(await asksForVerdict(readerSaying({}, asked), 'Is it for me?', today)).toBe(expected);
});

describe('Learning', () => {
  const of = (text: string, qts: Stance, asked = true): Example => ({ text, asked, says: { qts } });
  const held = [
    'i hold qts',
    'i have qts and teach',
    'got qts years ago',
    'qts is held by me',
    'i have had qts for long',
  ];
  const none = ['never any qts', 'i never got qts', 'i never had qts', 'never was given qts', 'qts never came'];
  const silent = [
    'i teach sums',
    'my school is a big one',
    'the head sent me',
    'we are near the sea',
    'sums are my thing',
  ];
  const other = ['when is lunch', 'what does it cost', 'who runs the day', 'where is the room', 'when does it end'];
  const reader = readerFrom(
    learnFrom([
      ...held.map((text) => of(text, 'yes')),
      ...none.map((text) => of(text, 'no')),
      ...silent.map((text) => of(text, 'open')),
      ...other.map((text) => of(text, 'open', false)),
    ]),
  );
  const read = async (text: string) => {
    const [found] = await reader.likelihoods([text]);
    if (!found) throw new Error('nothing was read');
    return found;
  };

  test.each<[string, Stance]>([
    ['i have held qts for years', 'yes'],
    ['i never got any qts', 'no'],
    ['i teach at a big school', 'open'],
  ])('“%s” is read as %s', async (text, stance) => {
    const { qts } = (await read(text)).says;
    expect(Math.max(qts.yes, qts.no, qts.open)).toBe(qts[stance]);
  });

  test('What asks something else is told apart', async () => {
    expect((await read('when is the day')).asked).toBeLessThan((await read('i have got qts')).asked);
  });
});

test('A text is prepared with its times as long enough or not', () => {
  expect(prepared('Teaching since Sept 2025, QTS', today).replace(/ +/g, ' ')).toContain('sinceshort');
  expect(prepared('six years of maths', today)).toContain('amountlong');
  expect(prepared('are two years enough?', today)).toContain('amounttwo');
});
