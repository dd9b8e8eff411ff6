import autocannon from 'autocannon';

export interface RepeatedRequest {
  url: string;
  method: 'GET' | 'POST';
  headers?: Readonly<Record<string, string>>;
  body?: string;
  seconds: number;
}

const connections = 32;

/** Sends one request over and over, as fast as the server answers it. @returns answers with 2xx per second. */
export async function sendRepeatedly({ url, method, headers, body, seconds }: RepeatedRequest): Promise<number> {
  const result = await autocannon({
    url,
    method,
    connections,
    duration: seconds,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body }),
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${url} refused ${result.non2xx} and broke ${result.errors} of ${result.requests.total} requests.`);
  }
  return result['2xx'] / result.duration;
}
