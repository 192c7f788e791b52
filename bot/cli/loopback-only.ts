/**
 * Loaded before a program that would listen on every address of the machine: makes it listen on the loopback address.
 * The Playground has no setting for that, and whoever reaches it can speak to the bot as a person of the demo.
 */
import { Server } from 'node:net';

const listen = Server.prototype.listen;

Server.prototype.listen = function (this: Server, ...[port, ...rest]: unknown[]) {
  const where = typeof port === 'number' ? [{ port, host: '127.0.0.1' }, ...rest] : [port, ...rest];
  return Reflect.apply(listen, this, where);
};
