import type http from 'node:http';
import { createDownloads } from '../bot/downloads.ts';
import { startFiles } from './support/files.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function served(answer: http.RequestListener) {
  const files = await startFiles(answer);
  open.push(files);
  return files.url;
}

/** A stand-in for the internet: answers every address with what `answers` says of it, and notes who was asked. */
function internet(answers: (url: string) => Response) {
  const asked: string[] = [];
  const fetch = async (url: unknown) => {
    asked.push(String(url));
    return answers(String(url));
  };
  return { asked, fetch: fetch as typeof globalThis.fetch };
}

const list = new TextEncoder().encode('name,email');
const inTeams = 'https://demo-my.sharepoint.com/personal/helen/_layouts/15/download.aspx?UniqueId=1&tempauth=secret';

describe('A file somebody sent', () => {
  test('When Teams keeps it, it is downloaded, with redirects of the same host', async () => {
    const { asked, fetch } = internet((url) =>
      url === inTeams ? new Response(null, { status: 302, headers: { location: '/list.csv' } }) : new Response(list),
    );
    const got = await createDownloads({ local: false, fetch })(inTeams);
    expect(got).toEqual({ kind: 'file', bytes: Buffer.from(list) });
    expect(asked).toEqual([inTeams, 'https://demo-my.sharepoint.com/list.csv']);
  });

  test.each([
    'http://demo-my.sharepoint.com/list.csv',
    'https://demo-my.sharepoint.com:8443/list.csv',
    'https://helen@demo-my.sharepoint.com/list.csv',
    'https://sharepoint.com.files.example/list.csv',
    'https://notsharepoint.com/list.csv',
    'https://files.example/list.csv?.sharepoint.com',
    'http://127.0.0.1:1/list.csv',
    'http://169.254.169.254/metadata',
    'file:///etc/passwd',
    'not an address',
  ])('When %s is where it should be, nothing is asked for', async (address) => {
    const { asked, fetch } = internet(() => new Response(list));
    expect(await createDownloads({ local: false, fetch })(address)).toEqual({ kind: 'elsewhere' });
    expect(asked).toEqual([]);
  });

  test.each([
    'https://files.example/list.csv',
    'http://demo-my.sharepoint.com/list.csv',
    'https://other-my.sharepoint.com/x',
  ])('When it redirects to %s, that is not followed', async (location) => {
    const { asked, fetch } = internet(() => new Response(null, { status: 302, headers: { location } }));
    expect(await createDownloads({ local: false, fetch })(inTeams)).toEqual({ kind: 'elsewhere' });
    expect(asked).toHaveLength(1);
  });

  test('When it redirects for ever, it is given up', async () => {
    const { asked, fetch } = internet(() => new Response(null, { status: 302, headers: { location: inTeams } }));
    expect(await createDownloads({ local: false, fetch })(inTeams)).toEqual({ kind: 'failed' });
    expect(asked).toHaveLength(4);
  });

  test('When it never ends, it is cut off at 1 MB', async () => {
    let written = 0;
    const url = await served((_, response) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(64 * 1024))) written += 64 * 1024;
      };
      response.on('drain', more);
      more();
    });
    expect(await createDownloads({ local: true })(url)).toEqual({ kind: 'too-large' });
    expect(written).toBeLessThan(16 * 1024 * 1024);
  });

  test('When it is not there, or the answer does not come in time, it is not there', async () => {
    const download = createDownloads({ local: true, timeoutMs: 100 });
    const gone = await served((_, response) => {
      response.statusCode = 404;
      response.end();
    });
    expect(await download(gone)).toEqual({ kind: 'failed' });
    const slow = await served((_, response) => response.write('name'));
    expect(await download(slow)).toEqual({ kind: 'failed' });
    expect(await download('http://127.0.0.1:1/list')).toEqual({ kind: 'failed' });
  });
});
