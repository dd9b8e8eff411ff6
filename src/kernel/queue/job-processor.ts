import { Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { RequestContext } from '../context/index.js';
import type { JobDefinition } from './job-definition.js';

/** What a run is told beside its payload. */
export interface JobMeta {
  readonly jobId: string;
  /** From 1. */
  readonly attempt: number;
  readonly isLastAttempt: boolean;
  readonly queuedAt: Date;
  /** Aborted when the process is to end: store where you stand and return; what does not finish runs again elsewhere. */
  readonly signal: AbortSignal;
}

/** Runs one kind of job. It can be called twice for the same job: after a crash, or when its result could not be recorded. */
export interface JobHandler<P = unknown> {
  run(ctx: RequestContext, payload: P, meta: JobMeta): Promise<void>;
}

/** Marks which job a class runs; read at boot. */
export const jobOfProcessor = Reflector.createDecorator<JobDefinition>();

/**
 * Makes a class the one that runs a job. It is provided by a `<m>.worker.module.ts`, so that only workers have it.
 *
 * @example
 * @JobProcessor(syncCallJob)
 * export class SyncCallProcessor implements JobHandler<SyncCall> {
 *   constructor(private readonly calls: CallsService) {}
 *   async run(ctx: RequestContext, { callId }: SyncCall) { await this.calls.sync(ctx, callId); }
 * }
 */
export function JobProcessor<P>(job: JobDefinition<P>) {
  return (target: new (...dependencies: never[]) => JobHandler<P>): void => {
    Injectable()(target);
    jobOfProcessor(job)(target);
  };
}
