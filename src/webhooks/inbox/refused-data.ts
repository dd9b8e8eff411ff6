import { DatabaseError } from 'pg';

/**
 * Whether PostgreSQL refused the data itself, so that another try is in vain: class 22 is bad data, 23 a violated
 * constraint, 54 a limit such as an index entry too large.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export function isRefusedData(error: unknown): boolean {
  return error instanceof DatabaseError && /^(22|23|54)/.test(error.code ?? '');
}
