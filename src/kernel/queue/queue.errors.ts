import { UnrecoverableError } from 'bullmq';
import type { z } from 'zod';
import { AppError } from '../errors/index.js';

export class QueueUnavailable extends AppError {
  constructor(cause: unknown) {
    super(
      'upstream_unavailable',
      'QUEUE.UNAVAILABLE',
      {
        en: 'The work queue cannot be reached right now. Try again in a moment.',
        fr: 'La file de traitement est momentanément injoignable. Réessayez dans un instant.',
      },
      { cause, retryAfterMs: 1_000 },
    );
  }
}

/** A payload that its job does not accept: of no use to try again. Its values stay out of the log. */
export class JobPayloadInvalid extends AppError {
  constructor(job: string, fault: z.ZodError) {
    const places = fault.issues.map((issue) => `${issue.path.join('.') || 'payload'} (${issue.code})`).join(', ');
    super(
      'internal',
      'QUEUE.PAYLOAD_INVALID',
      { en: `The job ${job} does not accept this payload.`, fr: `La tâche ${job} n’accepte pas ces données.` },
      { meta: { job, places } },
    );
  }
}

/** What is wrong with the queue at boot, in a line that says what to do. */
export class QueueFault extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'QueueFault';
  }
}

/** How an attempt ended, as BullMQ is told: a redacted message to keep beside the job, and when to try again. */
export class JobAttemptFailed extends Error {
  constructor(
    message: string,
    readonly retryInMs: number,
  ) {
    super(message);
    this.name = 'JobAttemptFailed';
  }
}

/** The end of a job that another attempt could not save. BullMQ knows it by its base class. */
export class JobGivenUp extends UnrecoverableError {}
