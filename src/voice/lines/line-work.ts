import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { LineBusy, LineNotFound } from './lines.errors.js';
import { PhoneLineRepository } from './phone-line.repository.js';
import type { PhoneLine } from './phone-line.js';

/** Longer than all requests of one change together take. */
const leaseSeconds = 180;

/** One change of a line at a time, whatever process makes it: platforms are asked outside of any transaction. */
@Injectable()
export class LineWork {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lines: PhoneLineRepository,
  ) {}

  /** @throws LineNotFound, LineBusy, and whatever the work throws */
  async run<T>(ctx: RequestContext, id: string, work: (line: PhoneLine) => Promise<T>): Promise<T> {
    const line = await this.unitOfWork.run(ctx, (tx) => this.claim(tx, id));
    try {
      return await work(line);
    } finally {
      await this.unitOfWork.run(ctx, (tx) => this.lines.letGo(tx, id));
    }
  }

  private async claim(tx: RequestContext, id: string): Promise<PhoneLine> {
    const claimed = await this.lines.claim(tx, id, leaseSeconds);
    if (claimed) return claimed;
    const known = await this.lines.find(tx, id);
    if (!known || known.status === 'RELEASED') throw new LineNotFound(id);
    throw new LineBusy();
  }
}
