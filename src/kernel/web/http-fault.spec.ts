import {
  BadRequestException,
  ForbiddenException,
  HttpException,
  InternalServerErrorException,
  NotFoundException,
  ServiceUnavailableException,
} from '@nestjs/common';
import { AppError } from '../errors/index.js';
import { asAppError, HttpFault } from './http-fault.js';

const fastifyError = (statusCode: number, code: string) => Object.assign(new Error('of Fastify'), { statusCode, code });

describe('What a client may know of an error around a request', () => {
  it('is everything of one of ours', () => {
    const error = new AppError('conflict', 'TEST.TAKEN', { en: 'Taken.', fr: 'Pris.' });
    expect(asAppError(error)).toBe(error);
  });

  it.each<[Error, number, string, string]>([
    [new NotFoundException('Cannot GET /secret'), 404, 'not_found', 'HTTP.NO_SUCH_ROUTE'],
    [new ForbiddenException(), 403, 'forbidden', 'HTTP.FORBIDDEN'],
    [new BadRequestException('secret'), 400, 'invalid_input', 'HTTP.BAD_REQUEST'],
    [
      new BadRequestException('secret', { cause: new SyntaxError('Unexpected token') }),
      400,
      'invalid_input',
      'HTTP.INVALID_JSON',
    ],
    [new HttpException('teapot', 418), 418, 'invalid_input', 'HTTP.BAD_REQUEST'],
    [new ServiceUnavailableException('secret'), 503, 'upstream_unavailable', 'HTTP.UNAVAILABLE'],
    [fastifyError(413, 'FST_ERR_CTP_BODY_TOO_LARGE'), 413, 'invalid_input', 'HTTP.BODY_TOO_LARGE'],
    [fastifyError(415, 'FST_ERR_CTP_INVALID_MEDIA_TYPE'), 415, 'invalid_input', 'HTTP.UNSUPPORTED_MEDIA_TYPE'],
    [fastifyError(400, 'FST_ERR_CTP_EMPTY_JSON_BODY'), 400, 'invalid_input', 'HTTP.INVALID_JSON'],
  ])('is in our words for one of the framework: %s', (...[error, status, kind, reason]) => {
    const fault = asAppError(error);
    expect(fault).toBeInstanceOf(HttpFault);
    expect(fault).toMatchObject({ status, kind, reason, cause: error });
    expect(Object.values(fault?.safeMessage ?? {}).join()).not.toContain('secret');
  });

  it.each<[string, unknown]>([
    ['an error of nobody', new Error('secret')],
    ['one that only has a status', Object.assign(new Error('secret'), { statusCode: 400 })],
    ['an internal error of the framework', new InternalServerErrorException('secret')],
    ['one of Fastify about this server', fastifyError(500, 'FST_ERR_REP_ALREADY_SENT')],
    ['a text', 'secret'],
    ['nothing', undefined],
  ])('is nothing for %s', (_, error) => {
    expect(asAppError(error)).toBeUndefined();
  });
});
