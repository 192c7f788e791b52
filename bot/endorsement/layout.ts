import { pageHeaders } from '../page-headers.ts';
import { type Html, html } from './html.ts';

/** One column at any width, the reader's own light or dark. All colours keep a contrast of 4.5 to 1, borders of 3 to 1. */
const style = `
:root{color-scheme:light dark;--ink:#0b0c0c;--paper:#fff;--quiet:#505a5f;--act:#00703c;--on-act:#fff;--wrong:#c3200c;--focus:#1d4ed8}
@media(prefers-color-scheme:dark){:root{--ink:#f3f2f1;--paper:#16181a;--quiet:#b7bdc2;--act:#6cd19b;--on-act:#0b0c0c;--wrong:#ff9c8f;--focus:#9cc2ff}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
main{max-width:38rem;margin:0 auto;padding:1.5rem 1rem 4rem}
h1{font-size:1.6rem;line-height:1.25;margin:.25rem 0 1rem}
h2{font-size:1.2rem;margin:2rem 0 .5rem}
p,dl,ul{margin:0 0 1rem}
dt,.quiet{color:var(--quiet)}
dd{margin:0 0 .6rem}
a{color:inherit}
fieldset{border:0;margin:0 0 1.25rem;padding:0}
legend,.field label{font-weight:600;padding:0}
.field{margin:0 0 1.25rem}
.hint{display:block;color:var(--quiet)}
.choice{display:flex;gap:.75rem;align-items:center;min-height:2.75rem}
input[type=radio]{width:1.5rem;height:1.5rem;flex:none;margin:0;accent-color:var(--act)}
input[type=text],textarea{width:100%;font:inherit;color:inherit;background:var(--paper);border:2px solid var(--quiet);border-radius:4px;padding:.55rem .6rem}
button{font:inherit;font-weight:600;min-height:2.75rem;padding:.6rem 1.4rem;border:0;border-radius:4px;background:var(--act);color:var(--on-act);cursor:pointer}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
.problems{border:3px solid var(--wrong);border-radius:4px;padding:1rem;margin:0 0 1.5rem}
.problems h2{margin-top:0}
.problems ul{margin:0;padding-left:1.2rem}
.wrong{display:block;color:var(--wrong);font-weight:600}
.has-problem{border-left:4px solid var(--wrong);padding-left:.75rem}
`;

export const headers = pageHeaders(style);

type Page = { title: string; where?: string; content: Html[] };

/** A whole page. It needs no script and fetches nothing. */
export function pageOf({ title, where = '', content }: Page): string {
  const page = html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Secondary Mastery Specialist Programme</title>
<style>${{ html: style }}</style>
</head>
<body>
<main>
<p class="quiet">Secondary Mastery Specialist Programme${where ? ` · ${where}` : ''}</p>
${content}
</main>
</body>
</html>
`;
  return page.html;
}
