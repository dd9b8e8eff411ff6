import { AppError, InvalidInput, NotFound } from '../kernel/errors/index.js';

export class WebhookEventNotFound extends NotFound {
  constructor(id?: string) {
    super(
      'WEBHOOKS.EVENT_NOT_FOUND',
      { en: 'This webhook event does not exist.', fr: 'Cet événement n’existe pas.' },
      id,
    );
  }
}

export class WebhookEndpointNotFound extends NotFound {
  constructor(id?: string) {
    super(
      'WEBHOOKS.ENDPOINT_NOT_FOUND',
      { en: 'This webhook endpoint does not exist.', fr: 'Ce point de réception n’existe pas.' },
      id,
    );
  }
}

export class UnknownWebhookSource extends InvalidInput {
  constructor(known: readonly string[]) {
    const names = known.join(', ');
    super(
      'WEBHOOKS.UNKNOWN_SOURCE',
      { en: `Choose one of these sources: ${names}.`, fr: `Choisissez l’une de ces sources : ${names}.` },
      [{ path: 'source', message: { en: `One of: ${names}.`, fr: `Parmi : ${names}.` } }],
    );
  }
}

export class WebhookBodyGone extends AppError {
  constructor(ids: readonly string[]) {
    super(
      'conflict',
      'WEBHOOKS.BODY_GONE',
      {
        en: 'The body of an event is past its retention, so it cannot be replayed. Leave it out and try again.',
        fr: 'Le contenu d’un événement a dépassé sa durée de conservation ; il ne peut pas être rejoué. Retirez-le et réessayez.',
      },
      { meta: { ids: ids.join(',') } },
    );
  }
}
