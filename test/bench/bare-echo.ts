import http from 'node:http';
import { json } from 'node:stream/consumers';

/** The least a bot can do: read an activity, post one back, answer. The floor for any bot on Node. */
const agent = new http.Agent({ keepAlive: true });

type Activity = { serviceUrl: string; conversation: { id: string }; text: string };

function reply({ serviceUrl, conversation, text }: Activity): Promise<void> {
  const body = JSON.stringify({ type: 'message', text: `echo: ${text}` });
  const url = `${serviceUrl}v3/conversations/${encodeURIComponent(conversation.id)}/activities`;
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume().on('end', resolve);
    });
    request.on('error', reject).end(body);
  });
}

const server = http.createServer(async (request, response) => {
  if (request.method === 'POST') await reply((await json(request)) as Activity);
  response.end();
});
server.listen(Number(process.env.PORT), '127.0.0.1');
process.once('SIGTERM', () => process.exit(0));
