/** A month as people type it, as an ISO month: `9/2021` → `2021-09`. What is no month stays as it is, for the rules to refuse. */
export function isoMonth(typed: string): string {
  const [, month, year] = /^(\d{1,2})\s*[/.-]\s*(\d{4})$/.exec(typed) ?? [];
  const valid = month && year && Number(month) >= 1 && Number(month) <= 12;
  return valid ? `${year}-${month.padStart(2, '0')}` : typed;
}
