import { actions, isVerb } from '../cards/actions.ts';
import { type Card, cardSchema } from '../cards/card.ts';
import { cards } from '../cards/index.ts';
import { page } from '../cards/page.ts';

type Node = Record<string, unknown> & { type: string };

/** Every element and action of a card, at any depth; the fallbacks of buttons are looked at with the button. */
function nodesIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (typeof value !== 'object' || value === null) return [];
  const children = Object.entries(value).filter(([key]) => key !== 'fallback' && key !== 'data');
  const inside = children.flatMap(([, child]) => nodesIn(child));
  return 'type' in value ? [value as Node, ...inside] : inside;
}

const samples: [string, Card][] = Object.entries(cards).map(([name, card]) => [name, card.sample()]);

describe.each(samples)('The card %s', (_, card) => {
  const nodes = nodesIn(card);
  const inputs = nodes.filter(({ type }) => type.startsWith('Input.'));
  const buttons = nodes.filter(({ type }) => type === 'Action.Execute');

  test('is a whole Adaptive Card with a text that stands in for it', () => {
    expect(cardSchema.parse(card).fallbackText).not.toBe('');
    expect(nodes.some(({ style }) => style === 'heading')).toBe(true);
  });

  test('has no placeholder left unfilled', () => {
    const ours = JSON.stringify(card).replaceAll('${name}', '');
    expect(ours).not.toContain('${');
  });

  test('labels every input and says what is wrong with it in words', () => {
    for (const input of inputs) {
      expect(input.label).toEqual(expect.stringMatching(/\S/));
      if (input.isRequired || input.regex) expect(input.errorMessage).toEqual(expect.stringMatching(/\S/));
    }
    const ids = inputs.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('gives every image a text', () => {
    for (const image of nodes.filter(({ type }) => type === 'Image'))
      expect(image.altText).toEqual(expect.stringMatching(/\S/));
  });

  test('has only buttons that keep the contract, each with its fallback', () => {
    for (const button of buttons) {
      const { verb, data, fallback, title } = button as Node & { fallback: Node };
      if (!isVerb(verb)) throw new Error(`no such verb: ${String(verb)}`);
      expect(actions[verb].fixed.parse(data)).toEqual(data);
      expect(fallback).toMatchObject({ type: 'Action.Submit', title, data: { verb } });
      expect(String(title).length).toBeLessThanOrEqual(60);
    }
  });

  test('sends what is typed under the names its button expects', () => {
    if (inputs.length === 0) return;
    const expected = buttons.flatMap(({ verb }) => (isVerb(verb) ? Object.keys(actions[verb].typed.shape) : []));
    for (const { id } of inputs) expect(expected).toContain(id);
  });

  test('keeps every button in sight to three, and is small enough for any client', () => {
    const own = (card.actions ?? []) as Node[];
    expect(own.filter(({ mode }) => mode !== 'secondary').length).toBeLessThanOrEqual(3);
    expect(Buffer.byteLength(JSON.stringify(card), 'utf16le')).toBeLessThan(2 * 28 * 1024);
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(28 * 1024);
  });
});

test('No verb has one name for both fixed and typed data', () => {
  for (const { fixed, typed } of Object.values(actions)) {
    expect(Object.keys(fixed.shape).filter((name) => name in typed.shape)).toEqual([]);
  }
});

test('Text from people reaches a card as it is: no Markdown, no second expansion', () => {
  const nasty = '**bold** [link](http://x) ${secret} {{DATE(2020-01-01)}} <b>\u202Eabc 🎉';
  const card = page({ where: 'Here', headline: 'Head', rows: [{ label: 'Name', value: nasty }] });
  const runs = nodesIn(card).filter(({ type }) => type === 'TextRun');
  expect(runs.map(({ text }) => text)).toContain(nasty);
  const blocks = nodesIn(card).filter(({ type }) => type === 'TextBlock');
  expect(JSON.stringify(blocks)).not.toContain('**bold**');
});
