/** The body of an answer, and what a request for a path is told at an instant. */
type RefusalBody = (path: string, at: Date) => unknown;

/** What Cal.com answers instead of doing what it was asked. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly body: RefusalBody,
  ) {
    super(message);
  }
}

/** Of Nest's exceptions, by their status. */
const codes: Readonly<Record<number, string>> = {
  400: 'BadRequestException',
  401: 'UnauthorizedException',
  403: 'ForbiddenException',
  404: 'NotFoundException',
  409: 'ConflictException',
  422: 'UnprocessableEntityException',
  429: 'ThrottlerException',
  500: 'InternalServerErrorException',
};

/** As most of the API refuses: the message below `error`. */
export function refusal(status: number, message: string, details: Record<string, unknown> = {}): Refusal {
  const code = codes[status] ?? 'HttpException';
  return new Refusal(status, message, (path, at) => ({
    status: 'error',
    timestamp: at.toISOString(),
    path,
    error: { code, message, details: { message, statusCode: status, ...details } },
  }));
}

/** As the core of bookings refuses, past the filters of the API: nothing nested. */
export function coreRefusal(status: number, message: string): Refusal {
  return new Refusal(status, message, () => ({ statusCode: status, message }));
}

export function notFound(message: string): Refusal {
  return refusal(404, message);
}

/** What is wrong with the members of a body or query, one line each. */
export function invalid(errors: readonly string[]): Refusal {
  return refusal(400, errors.join(', ') || 'Validation failed', { error: 'Bad Request', errors });
}
