import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A process of its own: takes every mail on loopback and throws its body away. Prints its address. */
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  logger: false,
  onData(stream, _session, done) {
    stream.once('end', () => done()).resume();
  },
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.server.address() as AddressInfo;
  console.log(`ready smtp://127.0.0.1:${port}`);
});
process.once('SIGTERM', () => process.exit(0));
