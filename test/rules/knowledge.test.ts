import { type KnownTopic, type SilentTopic, topics } from '../../services/questions/knowledge.ts';

const isSilent = (topic: (typeof topics)[number]): topic is SilentTopic => 'silent' in topic;
const silent = topics.filter(isSilent);
const known = topics.filter((topic): topic is KnownTopic => !isSilent(topic));

test('When the knowledge is read, it holds what the document says and what it does not', () => {
  expect(known.length).toBeGreaterThanOrEqual(40);
  expect(silent.length).toBeGreaterThanOrEqual(20);
});

test.each(topics.map((topic) => [topic.id, topic] as const))(
  'When %s is asked, it has been learnt from twelve ways of asking or more',
  (_, topic) => {
    expect(topic.questions.length).toBeGreaterThanOrEqual(12);
    expect('related' in topic ? topic.related.length : 0).toBeLessThanOrEqual(3);
  },
);

test('When topics are named, no two have the same name and all names are plain', () => {
  const ids = topics.map(({ id }) => id);
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
});

test('When a topic points to others, they are known topics and not itself', () => {
  const ids = new Set(known.map(({ id }) => id));
  const astray = known.flatMap(({ id, related }) => related.filter((to) => !ids.has(to) || to === id));
  expect(astray).toEqual([]);
});

test('When people ask the same thing, it is listed under one topic only', () => {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const all = topics.flatMap(({ questions }) => questions.map(plain));
  expect(all.filter((question, i) => all.indexOf(question) !== i)).toEqual([]);
});

test.each(known.map((topic) => [topic.id, topic] as const))(
  'When %s is answered, it is short and sourced',
  (_, topic) => {
    expect(topic.answer.length).toBeLessThanOrEqual(600);
    expect(topic.answer).toMatch(/^[A-Z].*\.$/);
    expect(topic.section).toMatch(/^NCP25-03, (Participant information|Intended outcomes|Programme details)$/);
    expect(topic.questions[0]).toMatch(/^[A-Z].*\?$/);
    expect(topic.questions[0]?.length).toBeLessThanOrEqual(60);
  },
);

test.each(known.map(({ id, answer }) => [id, answer]))(
  'When %s is answered, no stale figure is claimed',
  (_, answer) => {
    expect(answer).not.toMatch(/15 days|fifteen|three years|3 years|£|200|two other schools|two schools/i);
    expect(answer).not.toMatch(/ECTs? (are|is) (excluded|not)|must become|Cohort (?!10\b)\d/i);
  },
);

test.each(silent.map(({ id, subject }) => [id, subject]))(
  'When the document is silent on %s, the sentence reads on',
  (_, subject) => {
    expect(subject).toMatch(/^(what|whether|when|where|who|which|how|anything|the) /);
    expect(subject).not.toMatch(/\.$/);
  },
);
