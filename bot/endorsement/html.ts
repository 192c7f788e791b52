/** A piece of a page that is markup already. */
export type Html = { html: string };

type Part = string | Html | Html[];

/** Markup with values in it. A text is shown as it is, whatever it holds; only markup made here is markup. */
export function html(markup: TemplateStringsArray, ...values: Part[]): Html {
  const [first = '', ...rest] = markup;
  return { html: rest.reduce((all, piece, index) => all + htmlOf(values[index] ?? '') + piece, first) };
}

function htmlOf(value: Part): string {
  if (typeof value === 'string') return escaped(value);
  return Array.isArray(value) ? value.map((one) => one.html).join('') : value.html;
}

const characters: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (one) => characters[one] ?? '');
