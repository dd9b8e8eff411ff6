import { Injectable, SetMetadata, applyDecorators } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';

export type RepairTarget = Readonly<Record<string, string>>;

/**
 * Carries repairs of one kind out, and takes them back; each is asked for by a person. What stands there is read and kept
 * sealed before anything is written, and given back for the undoing, which puts back exactly that. Each may be asked for
 * again after a crash: doing it twice must be doing it once.
 */
export interface ConnectionRepairContract {
  /** Of the offers that it carries out: `twilio.number`. */
  readonly kind: string;
  /** @returns what stands there now, as JSON: all that `apply` may change, and no more. */
  read(ctx: RequestContext, target: RepairTarget): Promise<unknown>;
  apply(ctx: RequestContext, target: RepairTarget): Promise<void>;
  /** @param previous As `read` returned it before the repair. */
  undo(ctx: RequestContext, target: RepairTarget, previous: unknown): Promise<void>;
}

export const connectionRepairKey = 'connection-repair';

/** Marks the class that carries one kind of repair out; see `ConnectionRepairContract`. */
export function ConnectionRepair(): ClassDecorator {
  return applyDecorators(Injectable(), SetMetadata(connectionRepairKey, true));
}
