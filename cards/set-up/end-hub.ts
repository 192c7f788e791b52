import { button } from '../actions.ts';
import { defineForm } from '../form.ts';
import { defineList } from '../list.ts';
import { definePage } from '../page.ts';
import { instantInEngland, shortened } from '../words.ts';

type Contents = { name: string; leads: number; specialists: number; applications: number; authorities: number };

const counted = (count: number, one: string, several = `${one}s`) => `${count} ${count === 1 ? one : several}`;
const inWords = ({ leads, specialists, applications, authorities }: Contents) =>
  [
    counted(leads, 'lead'),
    counted(specialists, 'specialist'),
    counted(applications, 'application'),
    ...(authorities > 0 ? [counted(authorities, 'local authority', 'local authorities')] : []),
  ].join(', ');

type EndForm = { hubId: string; contents: Contents; hubs: { id: string; name: string }[]; problem: string };

/** Where a coordinator closes a hub or merges it into another. */
export const endHubForm = defineForm<EndForm>({
  form: ({ hubId, contents, hubs, problem }) => ({
    where: `Set-up · ${contents.name}`,
    headline: 'Merge or close this hub',
    problem,
    paragraphs: [
      `It has ${inWords(contents)}. Merging takes everybody along, with applications, days and local authorities. Closing needs a hub with no specialists and no applications.`,
    ],
    choices: [
      {
        id: 'into',
        label: 'What is to happen?',
        error: 'Choose a hub to merge it into, or closing',
        options: [
          { title: 'Close it', value: 'close' },
          ...hubs.map(({ id, name }) => ({ title: `Merge it into ${name}`, value: id })),
        ],
      },
    ],
    actions: [
      button('hubs.end-check', { hubId }, { title: 'See what that means', style: 'positive' }),
      button('set-up.open', {}, { title: 'Back to all hubs' }),
    ],
  }),
  sample: {
    hubId: 'demo',
    contents: { name: 'Demo Maths Hub', leads: 1, specialists: 6, applications: 3, authorities: 2 },
    hubs: [{ id: 'glow', name: 'GLOW' }],
    problem: 'Choose one.',
  },
});

type EndPreview = { op: string; hubId: string; contents: Contents; into: { id: string; name: string } | undefined };

/** What ending a hub means, before it is done. */
export const endHubPreview = definePage<EndPreview>({
  page: ({ op, hubId, contents, into }) => ({
    where: `Set-up · ${contents.name}`,
    headline: into ? `Merge ${contents.name} into ${into.name}?` : `Close ${contents.name}?`,
    paragraphs: into
      ? [
          `${inWords(contents)} go to ${into.name}. Everybody is told. Its channels are unlinked. This cannot be undone.`,
        ]
      : ['Nobody can choose it any more, and its channels are unlinked. You can open it again under “Closed hubs”.'],
    actions: [
      button(
        'hubs.end-now',
        { op, hubId, ...(into && { into: into.id }) },
        {
          title: into ? 'Merge them' : 'Close it',
          style: 'destructive',
        },
      ),
      button('hubs.end', { hubId }, { title: 'Back' }),
    ],
  }),
  sample: {
    op: 'sample',
    hubId: 'demo',
    contents: { name: 'Demo Maths Hub', leads: 1, specialists: 6, applications: 3, authorities: 2 },
    into: { id: 'glow', name: 'GLOW' },
  },
});

type Closed = {
  hubs: { id: string; name: string; at: string; mergedInto: string | undefined }[];
  next: number | undefined;
  message: string;
  newOp: () => string;
};

/** The hubs that ended, with a way to open a closed one again. */
export const closedHubs = defineList<Closed>({
  list: ({ hubs, next, message, newOp }) => ({
    where: 'Set-up · Closed hubs',
    headline: hubs.length === 0 ? 'No hub is closed' : 'Closed and merged hubs',
    message,
    rows: hubs.map(({ id, name, at, mergedInto }) => ({
      title: name,
      lines: [mergedInto ? `Merged into ${mergedInto}, ${instantInEngland(at)}` : `Closed ${instantInEngland(at)}`],
      button: mergedInto
        ? button('set-up.open', {}, { title: 'See all hubs' })
        : button('hubs.reopen', { op: newOp(), hubId: id }, { title: `Open ${shortened(name, 14)} again` }),
    })),
    actions: [
      ...(next === undefined ? [] : [button('hubs.closed', { from: next }, { title: 'More' })]),
      button('set-up.open', {}, { title: 'Back to all hubs' }),
    ],
  }),
  sample: {
    hubs: [
      { id: 'glow', name: 'GLOW', at: '2026-03-03T16:05:00.000Z', mergedInto: undefined },
      { id: 'solent', name: 'Solent', at: '2026-03-03T16:05:00.000Z', mergedInto: 'Jurassic' },
    ],
    next: 8,
    message: '',
    newOp: () => 'sample',
  },
});
