import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** An address that is known before the server behind it is, as that of a proxy: platforms sign the address they call. */
export class FrontDoor {
  behind = '';

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {
    server.on('request', (incoming, outgoing) => this.pass(incoming, outgoing));
  }

  static async open(): Promise<FrontDoor> {
    const server = createServer();
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const address = server.address();
    return new FrontDoor(server, `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`);
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((closed) => this.server.close(() => closed()));
  }

  private pass(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const { method, headers, url = '/' } = incoming;
    const through = request(this.behind + url, { method, headers }, (reply) => {
      outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(outgoing);
    });
    through.on('error', () => outgoing.destroy());
    incoming.pipe(through);
  }
}
