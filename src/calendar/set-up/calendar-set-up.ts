import { Injectable } from '@nestjs/common';
import { CalComSetUp } from './cal-com-set-up.js';
import type { SetUpOptions } from './set-up-options.js';
import { SetUpReport } from './set-up-report.js';
import { SetUpScopes } from './set-up-scope.js';
import { VapiSetUp } from './vapi-set-up.js';

/**
 * The command `npm run setup:calendar`: makes Cal.com and Vapi what this server needs, and says in a line each what it
 * found and did. Running it again changes nothing.
 */
@Injectable()
export class CalendarSetUp {
  constructor(
    private readonly scopes: SetUpScopes,
    private readonly calCom: CalComSetUp,
    private readonly vapi: VapiSetUp,
  ) {}

  /** @returns the exit code: 1 when anything failed. */
  async run(options: SetUpOptions, print: (line: string) => void): Promise<number> {
    const report = new SetUpReport({ ...options, print });
    const scope = await report.step(workspaceStep, () => this.scopes.find(options.workspace));
    if (scope) {
      await this.calCom.run(scope, report);
      await this.vapi.run({ scope, options, report });
    }
    return report.failures === 0 ? 0 : 1;
  }
}

const workspaceStep = { en: 'Workspace', fr: 'Espace de travail' };
