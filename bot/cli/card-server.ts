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
      response.statusCode = 500;
      response.end(String(error));
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
    send(response, 'text/html; charset=utf-8', cardGallery());
  } else if (url === '/adaptivecards.js') {
    send(response, 'text/javascript', await readFile(renderer));
  } else {
    response.statusCode = 404;
    response.end();
  }
}

// Not in one chain: restify, where it is loaded, gives nothing back from `writeHead`.
function send(response: http.ServerResponse, type: string, body: string | Buffer): void {
  response.setHeader('content-type', type);
  response.end(body);
}
