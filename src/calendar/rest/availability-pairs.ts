import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { FreeTimes } from '../availability/free-times.service.js';
import { PairRefused, type PairAnswer, type PairHandler, type PairRequest } from './pair.js';

/** Free times. They follow from opening hours and from what is booked, neither of which is made here. */
@Injectable()
export class AvailabilityPairs implements PairHandler {
  readonly rights = ['calendar:read', 'calendar:write'] as const;

  constructor(private readonly times: FreeTimes) {}

  async read(ctx: RequestContext, { data, eventTypeId }: PairRequest): Promise<PairAnswer> {
    return { data: await this.times.find(ctx, { ...data, ...(eventTypeId !== undefined && { eventTypeId }) }) };
  }

  write(): Promise<PairAnswer> {
    return refused();
  }

  update(): Promise<PairAnswer> {
    return refused();
  }

  delete(): Promise<PairAnswer> {
    return refused();
  }
}

async function refused(): Promise<never> {
  throw new PairRefused({
    en: 'Opening hours are set in Cal.com, under availability; here they are only read.',
    fr: 'Les horaires se règlent dans Cal.com, sous « disponibilités » ; ici, ils ne peuvent être que lus.',
  });
}
