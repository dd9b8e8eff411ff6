import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../kernel/database/index.js';
import type { PhoneLine } from '../lines/phone-line.js';
import { PhoneLineRepository } from '../lines/phone-line.repository.js';
import { OncePerChain, type Chain } from './chain.js';

/** The telephone number that is looked at, and its line where there is one. */
export interface ChainLine {
  /** E.164; null where the assistant has none. */
  number: string | null;
  line: PhoneLine | null;
}

/** Which number callers of the assistant dial: that of its first line, else the one it was given as a text. */
@Injectable()
export class ChainLines {
  readonly #line = new OncePerChain((chain) => this.read(chain));

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lines: PhoneLineRepository,
  ) {}

  of(chain: Chain): Promise<ChainLine> {
    return this.#line.of(chain);
  }

  private async read({ ctx, assistant }: Chain): Promise<ChainLine> {
    const [line = null] = await this.unitOfWork.run(ctx, (tx) => this.lines.ofAssistant(tx, assistant.id));
    return { number: line?.number ?? assistant.phoneNumber, line };
  }
}
