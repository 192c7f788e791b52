/** A share of all, in per cent. */
export const share = (count: number, all: number): string => `${((100 * count) / Math.max(1, all)).toFixed(1)} %`;

/** How long most, nearly all and all but the slowest took. In milliseconds. */
export function timesOf(times: number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (quantile: number) => `${(sorted[Math.floor(quantile * sorted.length)] ?? 0).toFixed(1)} ms`;
  return `p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}`;
}

/** The most memory this process has held. */
export const peak = (): string => `${Math.round(process.resourceUsage().maxRSS / 1024)} MB`;
