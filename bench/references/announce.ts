import type { AddressInfo } from 'node:net';

/** Says where a reference listens, in the words of the product's log, and ends it when it is told to. */
export function announce(address: AddressInfo | string | null): void {
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  ready({ url: `http://127.0.0.1:${port}` });
}

export function ready(fields: Record<string, unknown>): void {
  // By way of `exit`, so that a CPU profile is written.
  process.once('SIGTERM', () => process.exit(0));
  console.log(JSON.stringify({ event: 'process.ready', ...fields }));
}
