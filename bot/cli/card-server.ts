import { readFile } from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { cardGallery } from './card-gallery.ts';

const renderer = fileURLToPath(import.meta.resolve('adaptivecards-renderer/dist/adaptivecards.min.js'));

/** Serves the page with every card's sample, drawn by the official renderer. */
export async function startCardServer(port: number): Promise<{ url: string; stop(): void }> {
  const server = http.createServer((request, response) => {
    answer(request.url ?? '/', response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const { port: listening } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${listening}/`,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function answer(url: string, response: http.ServerResponse): Promise<void> {
  if (url === '/') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(cardGallery());
  } else if (url === '/adaptivecards.js') {
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(await readFile(renderer));
  } else {
    response.writeHead(404).end();
  }
}
