/** As many as there are in England, with room for some to be parted: all of a hub and of those merged into it fit. */
export const mostAuthorities = 160;
/** Most characters of one. The register's longest has 35. */
export const longestAuthority = 60;

/** The local authorities in a text, as they were typed: parted by semicolons or line breaks, each once. */
export function authoritiesIn(text: string): string[] {
  const names = text.split(/[;\n]/).map((name) => name.replace(/\s+/g, ' ').trim());
  return eachOnce(names.filter(Boolean));
}

/** Local authorities that were two lists: each once, as it stands where it comes first, and no more than there may be. */
export const joined = (own: string[], others: string[]): string[] =>
  eachOnce([...own, ...others]).slice(0, mostAuthorities);

function eachOnce(names: string[]): string[] {
  const keys = names.map(authorityKey);
  return names.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}

const before =
  /^(?:the )?(?:(?:(?:london|royal|metropolitan) )*borough of|council of|(?:city and )?county of|city of|county) /;
const kind = '(?:county|city|london borough|royal borough|borough|metropolitan|district|unitary)';
const after = new RegExp(` (?:(?:${kind} )*(?:council|authority|corporation)|(?:city|county) of)$`);

/**
 * What a local authority goes by, to compare two names of it: without case, accents, punctuation, and what it is called as
 * a council. “London Borough of Barnet” is “Barnet”, “Durham County Council” and the register's “County Durham” are one,
 * and so are “Bath & North East Somerset” and “Bath and North East Somerset”. Empty for what has no letters or digits.
 */
export function authorityKey(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’]/gu, '')
    .replaceAll('&', ' and ');
  const words = (plain.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
  return words.replace(after, '').replace(before, '').replace(/^the /, '');
}

/** The hubs, in their order, that cover a local authority: none, one, or several. */
export function hubsCovering<H extends { authorities: string[] }>(hubs: H[], authority: string): H[] {
  const key = authorityKey(authority);
  return key === '' ? [] : hubs.filter(({ authorities }) => authorities.some((name) => authorityKey(name) === key));
}
