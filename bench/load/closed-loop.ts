import { collectGarbage } from './collect-garbage.js';
import { HttpConnection } from './http-connection.js';
import { Tally, type LoadResult } from './load-result.js';

export interface ClosedLoop {
  port: number;
  connections: number;
  /** Each is sent once, in order, by whichever connection is free. */
  requests: readonly Buffer[];
}

/** Sends as fast as the server answers: each connection sends its next request when it has the answer to the last. */
export async function sendClosedLoop({ port, connections, requests }: ClosedLoop): Promise<LoadResult> {
  collectGarbage();
  const open = await Promise.all(Array.from({ length: connections }, () => HttpConnection.open(port)));
  const tally = new Tally();
  let next = 0;
  const drive = (connection: HttpConnection) =>
    new Promise<void>((resolve) => {
      const sendNext = () => {
        const request = connection.isOpen ? requests[next++] : undefined;
        if (!request) {
          resolve();
          return;
        }
        const sentAt = performance.now();
        connection.send(request, (status) => {
          tally.add(status, performance.now() - sentAt);
          sendNext();
        });
      };
      sendNext();
    });
  await Promise.all(open.map(drive));
  const result = tally.result();
  for (const connection of open) connection.close();
  return result;
}
