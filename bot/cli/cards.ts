import { readFile } from 'node:fs/promises';
import http from 'node:http';
import { fileURLToPath } from 'node:url';
import { cardGallery } from './card-gallery.ts';

/** `npm run cards`: every card's sample, drawn by the official renderer, in a browser. */
const port = Number(process.env.PORT ?? 3980);
const renderer = fileURLToPath(import.meta.resolve('adaptivecards-renderer/dist/adaptivecards.min.js'));

const server = http.createServer((request, response) => {
  answer(request.url ?? '/', response).catch((error: unknown) => {
    response.writeHead(500).end(String(error));
  });
});

async function answer(url: string, response: http.ServerResponse): Promise<void> {
  if (url === '/') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(cardGallery());
  } else if (url === '/adaptivecards.js') {
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(await readFile(renderer));
  } else {
    response.writeHead(404).end();
  }
}

server.listen(port, '127.0.0.1', () => console.log(`Every card: http://127.0.0.1:${port}`));
