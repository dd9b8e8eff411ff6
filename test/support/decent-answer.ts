/** The whole list: an answer with another code is a fault of the server. */
const codes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'CONFLICT',
  'RATE_LIMITED',
  'UPSTREAM_UNAVAILABLE',
  'CREDENTIAL_REJECTED',
];

/** What a stack trace or a database says, and an answer must not. */
const insides =
  /\n\s+at |node_modules|\.[tj]s:\d+|QueryFailed|TypeORM|PostgreSQL|\bSELECT .+ FROM|INSERT INTO|UPDATE \w+ SET|syntax error at|invalid byte|invalid input syntax|out of range for type|violates|duplicate key|relation "|unicode escape/i;

/** An error as it stands in a REST answer or in `errors` of GraphQL. */
export interface ToldError {
  code: string;
  reason: string;
  message: string;
  requestId: string;
  fields?: { path: string; message: string }[];
}

/** What else an error may tell. */
const members = new Set(['code', 'reason', 'message', 'requestId', 'retryAfterMs', 'fields']);

/** What speaks against an answer, whatever was asked; nothing for a good one. */
export function indecenciesOf(status: number, body: string): string[] {
  if (status >= 500) return [`status ${status}`];
  const errors = errorsIn(body);
  if (!errors) return ['not JSON'];
  return errors.flatMap((error) => faultsOf(error));
}

function faultsOf(error: ToldError): string[] {
  const { code, reason, message, requestId, fields = [] } = error;
  const texts = [message, ...fields.map((field) => field.message)];
  return [
    ...(codes.includes(code) ? [] : [`code ${code}`]),
    ...(/^[A-Z]+\.[A-Z_]+$/.test(reason) ? [] : [`reason ${reason}`]),
    ...(message.length >= 10 && message.length < 1_000 ? [] : [`a message of ${message.length}`]),
    ...(requestId ? [] : ['no request id']),
    ...texts.flatMap(insidesOf),
    ...Object.keys(error).flatMap((name) => (members.has(name) ? [] : [`tells its ${name}`])),
  ];
}

/** What a text tells of how the server is made. */
export function insidesOf(text: string): string[] {
  return insides.test(text) ? [`insides: ${text}`] : [];
}

/** Undefined where the body is no JSON. */
export function errorsIn(body: string): ToldError[] | undefined {
  try {
    const { error, errors = [] } = JSON.parse(body) as {
      error?: ToldError;
      errors?: { message: string; extensions: Omit<ToldError, 'message'> }[];
    };
    if (error) return [error];
    return errors.map(({ message, extensions }) => ({ ...extensions, message }));
  } catch {
    return undefined;
  }
}

/** Lines of the log that tell of a fault of the server. */
export function faultsIn(logLines: readonly string[]): string[] {
  return logLines.filter((line) => /"level":"?(error|fatal|50|60)|unexpected_error/.test(line));
}
