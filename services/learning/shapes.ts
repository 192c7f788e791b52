import type { Sign } from './words-in.ts';

/** How months are written, for a pattern. */
export const months =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';

/** What is known by its shape, most telling first. */
const shapes: [RegExp, Sign][] = [
  [/[^\s@<>,;]+@[^\s@<>,;]+/g, 'email'],
  [/@[^\s,;]+/g, 'name'],
  [/\b(?:https?:\/\/|www\.)\S+/gi, 'link'],
  [/(?<![\p{L}\p{N}])[\p{L}\p{N}-]+(?:\.[\p{L}-]{2,})+(?:\/\S*)?/gu, 'link'],
  [/\b[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}\b/gi, 'place'],
  [/\b\d{1,4}([/.-])\d{1,2}\1\d{1,4}\b/g, 'date'],
  [new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?(?: of)?[ -](?:${months})\\b(?:,?[ -]'?\\d{2,4})?`, 'gi'), 'date'],
  [new RegExp(`\\b(?:${months})[ -]'?\\d{1,4}(?:st|nd|rd|th)?\\b(?:,? \\d{4})?`, 'gi'), 'date'],
];

/** Addresses, postcodes and dates, each as its sign. */
export function withoutShapes(text: string): string {
  return shapes.reduce((left, [shape, sign]) => left.replace(shape, `[${sign}]`), text);
}
