import {
  changedSubscription,
  newSubscription,
  type Subscription,
  type Subscriptions,
} from '../webhooks/subscriptions.js';
import { bodyAs, numberIn, success, textIn, type Route } from './stand-in-request.js';

interface Parts {
  readonly subscriptions: Subscriptions;
  readonly userId: number;
}

export function webhookRoutes({ subscriptions, userId }: Parts): Route[] {
  const path = '/v2/webhooks';
  const output = ({ version: _version, ...subscription }: Subscription) => ({ ...subscription, userId });
  return [
    {
      method: 'POST',
      path,
      handle: (request) => success(output(subscriptions.add(bodyAs(newSubscription, request))), 201),
    },
    {
      method: 'GET',
      path,
      handle: (request) => {
        const take = numberIn(request, 'take', { least: 1, most: 250 }) ?? 250;
        const skip = numberIn(request, 'skip', { least: 0, most: Number.MAX_SAFE_INTEGER }) ?? 0;
        return success(
          subscriptions
            .list()
            .slice(skip, skip + take)
            .map(output),
        );
      },
    },
    {
      method: 'GET',
      path: `${path}/:id`,
      handle: (request) => success(output(subscriptions.require(textIn(request)))),
    },
    {
      method: 'PATCH',
      path: `${path}/:id`,
      handle: (request) => success(output(subscriptions.change(textIn(request), bodyAs(changedSubscription, request)))),
    },
    {
      method: 'DELETE',
      path: `${path}/:id`,
      handle: (request) => success(output(subscriptions.remove(textIn(request)))),
    },
  ];
}
