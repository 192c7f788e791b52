/** What people write for one and the same word of a school's name. */
const sameAs: Record<string, string> = {
  saint: 'st',
  ste: 'st',
  saints: 'sts',
  rc: 'catholic',
  sch: 'school',
  acad: 'academy',
  gram: 'grammar',
  jnr: 'junior',
  prim: 'primary',
  sec: 'secondary',
  schools: 'school',
};
const ignored = new Set(['the', 'of', 'and', 'at', 'for', 'in', 'a', 's']);

/**
 * The words by which a school is found, in a name or in what somebody types: without case, accents, apostrophes and
 * small words. What is written short or in full counts as both.
 */
export function wordsIn(text: string): string[] {
  const plain = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}'’‘`´]/gu, '')
    .replace(/\bchurch of england\b|\bc\.? ?of ?e\b|\bce\b/g, 'cofe church england')
    .replace(/\buniversity technical college\b|\butc\b/g, 'utc university technical college');
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => sameAs[word] ?? word).filter((word) => !ignored.has(word));
}
