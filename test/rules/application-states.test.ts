import {
  applicationEvents,
  applicationStates,
  eventsFrom,
  isEnded,
  moveFor,
  moveTable,
  takesPlace,
} from '../../services/applications/states.ts';

const everyPair = applicationStates.flatMap((state) => applicationEvents.map((event) => [state, event] as const));

test('When an application has ended, nothing moves it any more', () => {
  for (const { from } of moveTable) expect(isEnded(from)).toBe(false);
});

test.each(everyPair)('From %s, %s leads to one place or nowhere, whoever endorsed it', (state, event) => {
  for (const endorsed of [true, false]) {
    const rows = moveTable.filter(
      (move) => move.from === state && move.event === event && (!move.when || (move.when === 'endorsed') === endorsed),
    );
    expect(rows.length).toBeLessThanOrEqual(1);
    expect(moveFor(state, event, endorsed)).toBe(rows[0]);
  }
});

test('When a place is taken, it was offered by a lead or by the bot in the place of one, and to nobody else', () => {
  const taking = moveTable.filter(({ from, to }) => takesPlace(to) && !takesPlace(from));
  expect(taking.map(({ event }) => event)).toEqual(['offer', 'offer']);
  expect(new Set(taking.flatMap(({ who }) => who))).toEqual(new Set(['lead', 'bot']));
});

test('When nobody acts, no offer ends: only its holder or a lead ends one', () => {
  const ends = moveTable.filter(({ from, to }) => from === 'offered' && !takesPlace(to));
  for (const { who } of ends) expect(who).not.toContain('bot');
});

test('When an application is with the hub, its applicant, a lead and the headteacher can do these and no others', () => {
  expect(eventsFrom('with-hub', 'applicant', true)).toEqual(['edit', 'change-school', 'withdraw']);
  expect(eventsFrom('with-hub', 'lead', true)).toEqual([
    'check-endorsement',
    'ask-for-more',
    'offer',
    'put-on-reserve',
    'decline',
    'withdraw-for',
  ]);
  expect(eventsFrom('with-hub', 'headteacher', true)).toEqual([]);
  expect(eventsFrom('accepted', 'applicant', true)).toEqual(['withdraw']);
});

test('When the hub has asked for more, the answer goes where the endorsement stands', () => {
  expect(moveFor('more-asked', 'send-more', true)?.to).toBe('with-hub');
  expect(moveFor('more-asked', 'send-more', false)?.to).toBe('waiting-for-endorsement');
});

test('When an application can still come to something, its applicant can withdraw it, and a lead for them', () => {
  for (const state of applicationStates) {
    expect(eventsFrom(state, 'applicant', false).includes('withdraw')).toBe(!isEnded(state));
    expect(eventsFrom(state, 'lead', false).includes('withdraw-for')).toBe(!isEnded(state));
  }
});

test('When the hub takes back what it asked, the application goes where the endorsement stands', () => {
  expect(moveFor('more-asked', 'take-back-ask', true)?.to).toBe('with-hub');
  expect(moveFor('more-asked', 'take-back-ask', false)?.to).toBe('waiting-for-endorsement');
});
