import type { DatedText } from '../../services/people/hub.ts';
import { longDate, shortened } from '../words.ts';

/** A hub's privacy notice, or another text of its own, as it stands beside an application: the whole is on its page. */
export function noticeIn({ text, since }: DatedText): string {
  const line = text.replace(/\s+/g, ' ');
  const short = shortened(line, 300);
  return `${short} (from ${longDate(since)}${short === line ? '' : '; the whole of it is on the hub’s page'})`;
}

type Hub = { name: string; privacy?: DatedText | undefined };

/** What the form says of the notices of the hubs one can choose: the notice itself where there is no choice. */
export function noticeFor(hubs: Hub[]): string {
  const [only] = hubs;
  if (hubs.length === 1 && only?.privacy) return `Privacy notice of ${only.name}: ${noticeIn(only.privacy)}`;
  return hubs.some(({ privacy }) => privacy)
    ? 'How a hub uses what you send stands in its privacy notice: type “contacts” and open your hub.'
    : '';
}
