import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TeamsPerson } from './activities.ts';
import type { Seen, TestBot } from './bot.ts';

/** Somewhere on this machine where files lie, as Teams keeps what people send. */
export async function startFiles(answer: http.RequestListener) {
  const server = http.createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/list`,
    close(): Promise<void> {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** What Teams says in a message that has files. */
export const attached = (...urls: string[]) => ({
  attachments: urls.map((downloadUrl) => ({
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    name: 'Cohort 10.xlsx',
    contentUrl: 'https://demo-my.sharepoint.com/personal/helen/Documents/Cohort%2010.xlsx',
    content: { downloadUrl, uniqueId: '1150d938-8870-4044-9f2c-5bbdebb70c9d', fileType: 'xlsx' },
  })),
});

/** Somebody attaches a file to a message to the bot. */
export async function sendFile(bot: TestBot, who: TeamsPerson, content: Uint8Array | string): Promise<Seen> {
  const files = await startFiles((_, response) => response.end(content));
  try {
    return await bot.tell(bot.from.message(who, '', undefined, attached(files.url)));
  } finally {
    await files.close();
  }
}
