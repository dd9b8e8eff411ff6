import { Injectable, SetMetadata, applyDecorators } from '@nestjs/common';
import type { Chain } from './chain.js';
import type { Finding, Hop } from './finding.js';

/**
 * The checks of one hop. They only read, at most for ten seconds, and all hops at once. What could not be read makes the
 * check of the connection itself fail, and those that needed it be skipped: a fault is named where it is.
 *
 * @example
 * @ConnectionCheck()
 * export class CalComChecks implements ConnectionCheckContract {
 *   readonly hop = 'calendar';
 *   readonly keys = ['calendar.credentials', 'calendar.webhook'];
 *   async run(chain: Chain) { return { 'calendar.credentials': pass('Le Gourmet'), … }; }
 * }
 */
export interface ConnectionCheckContract {
  readonly hop: Hop;
  /** Stable: clients know checks by them. In the order in which they are shown. */
  readonly keys: readonly string[];
  /** What is left out does not apply to this assistant, and is not shown. */
  run(chain: Chain): Promise<Readonly<Record<string, Finding>>>;
}

export const connectionCheckKey = 'connection-check';

/** Marks the class that checks one hop, or a part of it; see `ConnectionCheckContract`. */
export function ConnectionCheck(): ClassDecorator {
  return applyDecorators(Injectable(), SetMetadata(connectionCheckKey, true));
}
