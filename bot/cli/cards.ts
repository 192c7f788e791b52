import { startCardServer } from './card-server.ts';

/** `npm run cards`: every card's sample in a browser. */
const { url } = await startCardServer(Number(process.env.PORT || 3980));
console.log(`Every card: ${url}`);
