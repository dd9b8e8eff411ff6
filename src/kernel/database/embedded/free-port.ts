import { createServer } from 'node:net';

const host = '127.0.0.1';

/** The wanted port while nobody else has it, otherwise one that the system picks. */
export async function freePort(wanted?: number): Promise<number> {
  return (wanted === undefined ? undefined : await bind(wanted).catch(() => undefined)) ?? bind(0);
}

function bind(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address();
      const bound = typeof address === 'object' && address ? address.port : port;
      server.close(() => resolve(bound));
    });
  });
}
