import { Injectable, Scope } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { z } from 'zod';
import { JobHandlers } from './job-handlers.js';
import { defineJob } from './job-definition.js';
import { JobProcessor } from './job-processor.js';

const payload = z.object({});
const servedJob = defineJob({ name: 'test.served', queue: 'test', payload });
const lonelyJob = defineJob({ name: 'test.lonely', queue: 'test', payload });
const rivalJob = defineJob({ name: 'test.rival', queue: 'test', payload });
const scopedJob = defineJob({ name: 'test.scoped', queue: 'test', payload });

class Runs {
  async run(): Promise<void> {
    await Promise.resolve();
  }
}

@Injectable({ scope: Scope.REQUEST })
class OfRequest {}

@JobProcessor(servedJob)
class Served extends Runs {}

@JobProcessor(lonelyJob)
class NoLongerLonely extends Runs {}

@JobProcessor(rivalJob)
class FirstRival extends Runs {}

@JobProcessor(rivalJob)
class SecondRival extends Runs {}

@JobProcessor(scopedJob)
class Scoped extends Runs {
  constructor(readonly ofRequest: OfRequest) {
    super();
  }
}

@JobProcessor(scopedJob)
class Unscoped extends Runs {}

async function handlersAmong(...providers: (new (...args: never[]) => object)[]): Promise<JobHandlers> {
  const module = await Test.createTestingModule({
    imports: [DiscoveryModule],
    providers: [JobHandlers, ...providers],
  }).compile();
  return module.get(JobHandlers);
}

describe('JobHandlers', () => {
  it('gives each job its one processor', async () => {
    const handlers = await handlersAmong(Served, NoLongerLonely, FirstRival, Unscoped);

    handlers.assign();

    expect(handlers.of('test.served')).toMatchObject({ job: servedJob, handler: expect.any(Served) as Served });
    expect(handlers.of('test.unheard')).toBeUndefined();
  });

  it('fails the boot, naming at once every job without a processor, with two, or with a request-scoped one', async () => {
    const handlers = await handlersAmong(OfRequest, Served, FirstRival, SecondRival, Scoped);

    expect(() => handlers.assign()).toThrow(
      [
        'The workers cannot start:',
        '  - The job "test.lonely" has no @JobProcessor: provide one in the worker module of its owner.',
        '  - The job "test.rival" has 2 processors (FirstRival, SecondRival): keep one.',
        '  - Scoped is request-scoped, or needs something that is: a job has no request.',
      ].join('\n'),
    );
  });
});
