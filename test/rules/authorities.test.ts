import { authoritiesIn, authorityKey, hubsCovering } from '../../services/people/authorities.ts';

/** The register's name of a local authority, and what people write for it. */
const same: [register: string, ...written: string[]][] = [
  ['Kent', 'KENT', ' kent ', 'Kent County Council', 'Kent county council.'],
  ['Barnet', 'London Borough of Barnet', 'The London Borough of Barnet', 'Barnet London Borough Council'],
  ['Greenwich', 'Royal Borough of Greenwich', 'Royal London Borough of Greenwich'],
  ['Kensington and Chelsea', 'Royal Borough of Kensington & Chelsea', 'Kensington&Chelsea'],
  ['Bath and North East Somerset', 'Bath & North East Somerset Council'],
  ['Bristol, City of', 'Bristol', 'City of Bristol', 'Bristol City Council'],
  ['Kingston upon Hull, City of', 'Kingston-upon-Hull', 'Kingston upon Hull City Council'],
  ['Herefordshire, County of', 'Herefordshire', 'County of Herefordshire', 'Herefordshire Council'],
  ['County Durham', 'Durham', 'Durham County Council'],
  ['City of London', 'City of London Corporation'],
  ['Westminster', 'City of Westminster', 'Westminster City Council'],
  ['Bradford', 'City of Bradford Metropolitan District Council'],
  ['Stockport', 'Stockport Metropolitan Borough Council', 'Metropolitan Borough of Stockport'],
  ['St. Helens', 'St Helens', "St Helen's"],
  ['Isles Of Scilly', 'Council of the Isles of Scilly'],
  ['Southend-on-Sea', 'Southend on Sea', 'Southend–on–Sea Borough Council'],
  ['Bournemouth, Christchurch and Poole', 'Bournemouth Christchurch & Poole'],
  ['Ynys Môn', 'ynys mon'],
];

test.each(same)('When people write %s in other words, it is the same local authority', (register, ...written) => {
  for (const name of written) expect([name, authorityKey(name)]).toEqual([name, authorityKey(register)]);
});

test('When two local authorities only sound alike, they are two', () => {
  const names = [
    ...same.map(([register]) => register),
    ...['Lincolnshire', 'North Lincolnshire', 'North East Lincolnshire', 'Leicester', 'Leicestershire', 'Bedford'],
    ...['Central Bedfordshire', 'Cheshire East', 'Cheshire West and Chester', 'East Sussex', 'West Sussex', 'Essex'],
    ...['Nottingham', 'Nottinghamshire', 'Kingston upon Thames', 'Richmond upon Thames', 'North Somerset', 'Somerset'],
  ];
  expect(new Set(names.map(authorityKey)).size).toBe(names.length);
});

test('When a name is nothing but signs, no hub covers it, also one that lists such a name', () => {
  expect(hubsCovering([{ authorities: ['Kent', '–'] }], ' ')).toEqual([]);
  expect(hubsCovering([{ authorities: ['–'] }], '…')).toEqual([]);
});

test('When a hub is asked for by authority, all that cover it come, in their order', () => {
  const hubs = [
    { id: 'a', authorities: ['Kent County Council'] },
    { id: 'b', authorities: [] },
    { id: 'c', authorities: ['Medway', 'kent'] },
  ];
  expect(hubsCovering(hubs, 'Kent').map(({ id }) => id)).toEqual(['a', 'c']);
  expect(hubsCovering(hubs, 'Surrey')).toEqual([]);
});

test('When authorities are typed, semicolons and lines part them, commas do not, and each is there once', () => {
  expect(authoritiesIn('Bristol, City of;  Kent ;\n\nkent county council\nBath &  North East Somerset;')).toEqual([
    'Bristol, City of',
    'Kent',
    'Bath & North East Somerset',
  ]);
});
