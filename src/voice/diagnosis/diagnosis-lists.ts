import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import type { Diagnosis } from './diagnosis.js';
import { DiagnosisRepository } from './diagnosis.repository.js';
import { toDiagnosisType, type ConnectionDiagnosisType } from './graphql/connection-diagnosis.type.js';
import { RepairsRepository } from './repairs/repairs.repository.js';

/** Diagnoses as clients see them: with what they offer, in the reader’s language. */
@Injectable()
export class DiagnosisLists {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly diagnoses: DiagnosisRepository,
    private readonly repairs: RepairsRepository,
  ) {}

  show(ctx: RequestContext, diagnoses: readonly Diagnosis[]): Promise<ConnectionDiagnosisType[]> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const ids = diagnoses.map(({ id }) => id);
      const repairs = await this.repairs.ofDiagnoses(tx, ids);
      return diagnoses.map((each) => toDiagnosisType(each, repairs, ctx.locale));
    });
  }

  async find(ctx: RequestContext, id: string): Promise<ConnectionDiagnosisType | null> {
    const known = await this.unitOfWork.run(ctx, (tx) => this.diagnoses.find(tx, id));
    const [shown = null] = known ? await this.show(ctx, [known]) : [];
    return shown;
  }
}
