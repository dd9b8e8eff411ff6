import { DatabaseError } from 'pg';
import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';
import { AppError } from '../../kernel/errors/index.js';
import { failureText, isConflictFailure, isInfrastructureFailure, retryDelaySeconds } from './failure.js';

function databaseError(code: string): DatabaseError {
  return Object.assign(new DatabaseError('refused', 0, 'error'), { code });
}

describe('what a failed event is told', () => {
  it('is tried eight times over about a day', () => {
    const delays = Array.from({ length: 7 }, (_, attempts) => retryDelaySeconds(attempts, new Error('x')));
    expect(delays).toEqual([5, 25, 125, 625, 3_125, 15_625, 36_000]);
  });

  it('waits as long as the failure asks for', () => {
    const busy = new AppError('rate_limited', 'X.BUSY', { en: 'Busy.', fr: 'Occupé.' }, { retryAfterMs: 1_500 });
    expect(retryDelaySeconds(4, busy)).toBe(2);
  });

  it.each(['57P01', '08006', '40P01', '40001', '53300'])('does not blame an event for %s', (code) => {
    expect(isInfrastructureFailure(databaseError(code))).toBe(true);
  });

  it.each(['22P05', '23505', '42P01'])('blames an event for %s', (code) => {
    expect(isInfrastructureFailure(databaseError(code))).toBe(false);
  });

  it('does not blame an event for a lost connection', () => {
    expect(isInfrastructureFailure(Object.assign(new Error('read'), { code: 'ECONNRESET' }))).toBe(true);
    expect(isInfrastructureFailure(new Error('Connection terminated unexpectedly'))).toBe(true);
    expect(isInfrastructureFailure(new TypeError('x is not a function'))).toBe(false);
  });

  it('knows a transaction that lost against another one', () => {
    expect(isConflictFailure(databaseError('40P01'))).toBe(true);
    expect(isConflictFailure(new QueryFailedError('UPDATE', [], databaseError('40001')))).toBe(true);
    expect(isConflictFailure(databaseError('57P01'))).toBe(false);
  });

  it('does not blame an event for what TypeORM makes of a lost connection', () => {
    const ended = databaseError('57P01');
    expect(isInfrastructureFailure(new QueryFailedError('COMMIT', [], ended))).toBe(true);
    expect(isInfrastructureFailure(new QueryRunnerAlreadyReleasedError())).toBe(true);
    const broken = 'Client has encountered a connection error and is not queryable';
    expect(isInfrastructureFailure(new Error(broken))).toBe(true);
    expect(isInfrastructureFailure(new QueryFailedError('INSERT', [], databaseError('23505')))).toBe(false);
  });

  it('keeps one line of the failure', () => {
    expect(failureText(new TypeError('first\nsecond'))).toBe('TypeError: first');
  });
});
