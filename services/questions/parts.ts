/** How many characters of a message are read, and how many of its parts. */
const readable = 1200;
const mostParts = 4;
/** Fewer words than this are no question of their own. */
const fewestWords = 3;

const asking = '(?:what|which|when|where|who|why|how|can|could|do|does|did|is|are|will|would|should|must)';
const borders = new RegExp(`[?!;\\n]+|\\.(?!\\d)(?=\\s|$)|,?\\s+(?:and|also|plus)\\s+(?=${asking}\\b)`, 'i');

/**
 * The questions a message holds, as typed: cut where a sentence ends, and where “and” goes before a question word. A
 * question pasted twice is one. One part, the whole, where there is nothing to cut.
 */
export function partsOf(text: string): string[] {
  const whole = text.slice(0, readable).trim();
  const parts = whole
    .split(borders)
    .map((part) => part.trim())
    .filter((part) => part.split(/\s+/).length >= fewestWords);
  const once = [...new Map(parts.map((part) => [plain(part), part])).values()];
  return once.length > 1 ? once.slice(0, mostParts) : [once[0] ?? whole];
}

const plain = (part: string) =>
  part
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
