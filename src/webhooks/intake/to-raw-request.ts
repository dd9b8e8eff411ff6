import type { IncomingHttpHeaders } from 'node:http';
import { runtimeConfig, type Config } from '../../kernel/config/index.js';
import type { RawRequest } from '../webhook-source.js';

/** A request as the server that took it has it. */
export interface TakenRequest {
  method: string;
  /** Path and query. */
  url: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** The address that platforms call, without a path. */
export function publicAddress(config: Config): string {
  const { publicUrl, port } = config.get(runtimeConfig);
  return publicUrl ?? `http://localhost:${port}`;
}

/** What a source proves a request by. @param address See `publicAddress`. */
export function toRawRequest(address: string, { method, url, headers, body }: TakenRequest): RawRequest {
  return {
    method,
    url: address + url,
    raw: body,
    header: (name) => {
      const value = headers[name.toLowerCase()];
      return Array.isArray(value) ? value[0] : value;
    },
  };
}
