import { request } from 'node:http';

export interface Question {
  url: string;
  token?: string;
  /** Sent as JSON; without it the question is a GET. */
  body?: unknown;
}

/** One request, whose answer is read whole. @throws Error when it is refused, or a GraphQL answer holds errors. */
export async function ask({ url, token, body }: Question): Promise<unknown> {
  const { status, text } = await send({
    url,
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (status !== 200 || text.includes('"errors":['))
    throw new Error(`${url} answered ${status}: ${text.slice(0, 500)}`);
  const answer: unknown = JSON.parse(text);
  return answer;
}

interface Sent {
  url: string;
  headers: Record<string, string>;
  body: string | undefined;
}

function send({ url, headers, body }: Sent): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: body === undefined ? 'GET' : 'POST', headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
