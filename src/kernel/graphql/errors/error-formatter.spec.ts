import { ForbiddenException, NotFoundException, ServiceUnavailableException } from '@nestjs/common';
import { GraphQLError } from 'graphql';
import { AppError, errorKinds, InvalidInput, type ErrorKind } from '../../errors/index.js';
import { AppLogger } from '../../observability/index.js';
import { asGraphqlError, carry, carriedBy, causeOf } from './error-cause.js';
import { ErrorFormatter } from './error-formatter.js';

const codes: Record<ErrorKind, string> = {
  not_found: 'NOT_FOUND',
  invalid_input: 'BAD_USER_INPUT',
  conflict: 'CONFLICT',
  unauthenticated: 'UNAUTHENTICATED',
  forbidden: 'FORBIDDEN',
  rate_limited: 'RATE_LIMITED',
  credential_rejected: 'CREDENTIAL_REJECTED',
  upstream_unavailable: 'UPSTREAM_UNAVAILABLE',
  internal: 'INTERNAL',
};

interface Line {
  event: string;
  requestId: string;
  path?: string;
  error: { message: string };
}

function formatterWithLog() {
  const lines: Line[] = [];
  const destination = { write: (line: string) => void lines.push(JSON.parse(line) as Line) };
  return { formatter: new ErrorFormatter(new AppLogger({ level: 'debug', destination })), lines };
}

const english = { locale: 'en', requestId: 'request-1' } as const;
const french = { locale: 'fr', requestId: 'request-1' } as const;
const text = { en: 'Do this next.', fr: 'Faites ceci.' };
/** As graphql-js wraps what a resolver throws. */
const thrownAt = (path: string[], originalError: Error) =>
  new GraphQLError(originalError.message, { path, originalError });

describe('An error of ours', () => {
  it.each(errorKinds)('has the code of its kind, its reason and its text in the reader’s language: %s', (kind) => {
    const { formatter, lines } = formatterWithLog();
    const error = thrownAt(['me'], new AppError(kind, 'TEST.REASON', text));
    const inEnglish = formatter.format(error, english);
    expect(inEnglish.extensions).toEqual({ code: codes[kind], reason: 'TEST.REASON', requestId: 'request-1' });
    expect(inEnglish.path).toEqual(['me']);
    const isInternal = kind === 'internal';
    const told = [inEnglish.message, formatter.format(error, french).message];
    expect(told).toEqual(isInternal ? expect.not.arrayContaining(Object.values(text)) : [text.en, text.fr]);
    expect(lines).toHaveLength(isInternal ? 2 : 0);
  });

  it('says when to come back, and which fields to correct', () => {
    const { formatter } = formatterWithLog();
    const later = new AppError('rate_limited', 'TEST.LATER', text, { retryAfterMs: 1_500 });
    const fields = new InvalidInput('TEST.FIELDS', text, [{ path: 'input.email', message: text }]);
    expect(formatter.format(later, english).extensions.retryAfterMs).toBe(1_500);
    expect(formatter.format(fields, french).extensions.fields).toEqual([{ path: 'input.email', message: text.fr }]);
  });

  it('tells a client neither its cause nor what is for the log', () => {
    const { formatter } = formatterWithLog();
    const error = new AppError('conflict', 'TEST.REASON', text, { cause: new Error('secret'), meta: { id: 'secret' } });
    expect(JSON.stringify(formatter.format(error, english))).not.toContain('secret');
  });

  it('is found below whatever was wrapped around it', () => {
    const error = new AppError('conflict', 'TEST.REASON', text);
    const wrapped = new GraphQLError('outer', { originalError: new GraphQLError('inner', { originalError: error }) });
    expect(causeOf(wrapped)).toBe(error);
    expect(causeOf(carriedBy(carry(wrapped)))).toBe(error);
    expect(formatterWithLog().formatter.format(wrapped, english).extensions.reason).toBe('TEST.REASON');
  });
});

describe('An error of the framework', () => {
  it.each<[Error, string]>([
    [new ForbiddenException('Forbidden resource'), 'FORBIDDEN'],
    [new NotFoundException('Cannot GET /x'), 'NOT_FOUND'],
    [new ServiceUnavailableException('shutting down'), 'UPSTREAM_UNAVAILABLE'],
  ])('is told in our words: %s', (error, code) => {
    const { formatter } = formatterWithLog();
    const [en, fr] = [formatter.format(error, english), formatter.format(error, french)];
    expect(en.extensions.code).toBe(code);
    expect(en.message).not.toBe(fr.message);
    expect(en.message).not.toContain(error.message);
  });
});

describe('Anything else that is thrown', () => {
  const unknown: [string, unknown][] = [
    ['an Error', new Error('duplicate key (email)=(secret@example.com)')],
    ['an Error that a resolver threw', thrownAt(['me', 'name'], new TypeError('secret is not a function'))],
    ['a text', 'secret'],
    ['nothing', undefined],
    [
      'an error of GraphQL during execution, for a broken promise of the schema',
      new GraphQLError('Cannot return null for non-nullable field User.secret.', { path: ['me'] }),
    ],
  ];

  it.each(unknown)('tells a client nothing of itself, and the log everything: %s', (_, thrown) => {
    const { formatter, lines } = formatterWithLog();
    const answer = formatter.format(asGraphqlError(thrown), french);
    expect(answer).toMatchObject({
      message: expect.stringContaining('Une erreur est survenue de notre côté') as string,
      extensions: { code: 'INTERNAL', reason: 'KERNEL.INTERNAL', requestId: 'request-1' },
    });
    expect(JSON.stringify(answer)).not.toMatch(/secret|stack/);
    expect(lines).toMatchObject([{ event: 'graphql.unexpected_error', requestId: 'request-1' }]);
  });

  it('is logged with where it happened and its own message', () => {
    const { formatter, lines } = formatterWithLog();
    formatter.format(thrownAt(['calls', 'nodes'], new Error('the disk is full')), english);
    expect(lines[0]).toMatchObject({ path: 'calls.nodes', error: { message: 'the disk is full' } });
  });
});

describe('What GraphQL says of a document', () => {
  it.each([
    ['Syntax Error: Unexpected <EOF>.', 'SYNTAX_INVALID'],
    ['Cannot query field "nme" on type "User".', 'DOCUMENT_INVALID'],
    ['Variable "$n" got invalid value "x"; Int cannot represent non-integer value: "x"', 'VARIABLES_INVALID'],
    ['Variable "$n" of required type "Int!" was not provided.', 'VARIABLES_INVALID'],
    ['Variable "$n" is not defined.', 'DOCUMENT_INVALID'],
    ['Unknown operation named "b".', 'OPERATION_INVALID'],
    ['Must provide operation name if query contains multiple operations.', 'OPERATION_INVALID'],
  ])('is the client’s to correct: %s', (message, reason) => {
    const { formatter, lines } = formatterWithLog();
    const answer = formatter.format(new GraphQLError(message), french);
    expect(answer.extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason: `GRAPHQL.${reason}` });
    expect(answer.message).toContain(` : ${message}`);
    expect(lines).toEqual([]);
  });

  it('suggests nothing: names of fields are not for guessing', () => {
    const guess = new GraphQLError('Cannot query field "nme" on type "User". Did you mean "name" or "email"?');
    expect(formatterWithLog().formatter.format(guess, english).message).toBe(
      'The document does not fit the schema: Cannot query field "nme" on type "User".',
    );
  });

  it('is cut where it repeats a long text of the client', () => {
    const long = new GraphQLError(`Cannot query field "${'x'.repeat(9_000)}".`);
    expect(formatterWithLog().formatter.format(long, english).message.length).toBeLessThan(400);
  });

  it('names the field of a variable that does not fit', () => {
    const inner = new GraphQLError('Expected an e-mail address.', {
      originalError: new InvalidInput('TEST.EMAIL', text),
    });
    const outer = new GraphQLError(`Variable "$input" got invalid value "x" at "input.email"; ${inner.message}`, {
      originalError: inner,
    });
    expect(formatterWithLog().formatter.format(outer, french)).toMatchObject({
      message: text.fr,
      extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'input.email', message: text.fr }] },
    });
  });
});
