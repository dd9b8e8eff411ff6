/** What Twilio answers instead of doing what it was asked: https://www.twilio.com/docs/api/errors */
export class TwilioRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
  ) {
    super(message);
  }

  get body(): Readonly<Record<string, unknown>> {
    const { status, code, message } = this;
    return { code, message, more_info: moreInfo(code), status };
  }
}

/** Where Twilio explains a code. */
export function moreInfo(code: number): string {
  return `https://www.twilio.com/docs/errors/${code}`;
}

export function notFound(path: string): TwilioRefusal {
  return new TwilioRefusal(404, 20404, `The requested resource ${path} was not found`);
}

export function unauthenticated(): TwilioRefusal {
  return new TwilioRefusal(401, 20003, 'Authenticate');
}

export function invalid(code: number, message: string): TwilioRefusal {
  return new TwilioRefusal(400, code, message);
}

/** Where nothing of the request itself is wrong: too many of them, or a failure of Twilio. */
export function byStatus(status: number): TwilioRefusal {
  const [code, message] = known[status] ?? [20500, 'An internal server error has occurred'];
  return new TwilioRefusal(status, code, message);
}

const known: Readonly<Record<number, readonly [code: number, message: string]>> = {
  401: [20003, 'Authenticate'],
  403: [20403, 'Forbidden'],
  404: [20404, 'The requested resource was not found'],
  429: [20429, 'Too Many Requests'],
  503: [20503, 'Service unavailable'],
};
