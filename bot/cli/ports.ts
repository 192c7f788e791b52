import { createServer } from 'node:net';

/** Throws when something listens on one of these ports of the loopback address already. */
export async function refuseTakenPorts(ports: number[]): Promise<void> {
  const free = await Promise.all(ports.map(isFree));
  const taken = ports.filter((_, index) => !free[index]);
  if (taken.length === 0) return;
  throw new Error(`In use already: port ${taken.join(', port ')}. Is \`npm run dev\` running? Stop it first.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
