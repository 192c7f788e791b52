import { pageHeaders } from './page-headers.ts';

const style =
  'body{font:1.1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:3rem auto;padding:0 1rem}button{font:inherit;padding:.6rem 1.4rem}';

export const exportHeaders = pageHeaders(style);

const page = (title: string, content: string): string => `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${style}</style></head>
<body><main><h1>${title}</h1>${content}</main></body>
</html>
`;

/** What a browser shows that follows a link. */
export const pages = {
  ready: page(
    'Your download',
    '<p>The file comes once. Afterwards this link no longer works.</p><form method="post"><button>Download</button></form>',
  ),
  gone: page(
    'This link no longer works',
    '<p>It was used before, or it is more than ten minutes old. Go back to the chat and ask for a new one.</p>',
  ),
  denied: page('This is no longer yours to download', '<p>Your role has changed since you asked for the link.</p>'),
  busy: page('One moment', '<p>Many links are being followed. Wait a little and try again.</p>'),
  full: page(
    'One moment',
    '<p>Other files are being made just now. This link is still good: try again in a moment.</p><form method="post"><button>Download</button></form>',
  ),
  lost: page('This did not work', '<p>The link is used up. Go back to the chat and ask for a new one.</p>'),
  trouble: page('This did not work', '<p>The link is still good. Wait a minute and try again.</p>'),
};
