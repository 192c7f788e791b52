type Limit = { most: number; mostEach: number; spanMs: number };

/**
 * Whether one more request may come in now: so many in all within a span of time, and so many for one key. Remembers
 * nothing beyond the span, and never more keys than requests.
 */
export function createLimit({ most, mostEach, spanMs }: Limit): (key: string) => boolean {
  const counts = new Map<string, number>();
  let span = 0;
  let all = 0;
  return (key) => {
    const now = Math.floor(performance.now() / spanMs);
    if (now !== span) {
      [span, all] = [now, 0];
      counts.clear();
    }
    const before = counts.get(key) ?? 0;
    // Who asks for one address without end uses up its own share only.
    if (all >= most || before >= mostEach) return false;
    counts.set(key, before + 1);
    all++;
    return true;
  };
}
