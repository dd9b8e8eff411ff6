import { z } from 'zod';
import type { RequestContext } from '../../../kernel/context/index.js';
import { UnitOfWork } from '../../../kernel/database/index.js';
import { VoiceAssistants } from '../../assistants/voice-assistants.js';
import { LineAssignments } from '../../lines/line-assignments.js';
import { isActive, type ActiveLine } from '../../lines/phone-line.js';
import { PhoneLineRepository } from '../../lines/phone-line.repository.js';
import { numberSettingNames, settingsForm } from '../../providers/twilio/api/number-settings.js';
import { TwilioAccounts } from '../../providers/twilio/twilio-accounts.js';
import { VapiAccounts } from '../../providers/vapi/provisioning/vapi-accounts.js';
import { ConnectionRepair, type ConnectionRepairContract, type RepairTarget } from '../connection-repair.js';
import { RepairOutdated } from '../diagnosis.errors.js';
import { importRepairKind } from './number-repair.js';

const settings = z.record(z.enum(numberSettingNames), z.string());

/** Has Vapi take a number, and takes it away again, with its addresses at Twilio as they were. */
@ConnectionRepair()
export class ImportRepairs implements ConnectionRepairContract {
  readonly kind = importRepairKind;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lines: PhoneLineRepository,
    private readonly assistants: VoiceAssistants,
    private readonly assignments: LineAssignments,
    private readonly twilio: TwilioAccounts,
    private readonly vapi: VapiAccounts,
  ) {}

  async read(ctx: RequestContext, target: RepairTarget): Promise<unknown> {
    const line = await this.line(ctx, target);
    const number = await (await this.numbersOf(ctx, line)).find(line.twilioSid);
    if (!number) throw new RepairOutdated();
    return number.settings;
  }

  async apply(ctx: RequestContext, target: RepairTarget): Promise<void> {
    const { assistantId } = await this.line(ctx, target);
    if (assistantId === null) throw new RepairOutdated();
    await this.assignments.assign(ctx, await this.assistants.requireActive(ctx, assistantId));
  }

  async undo(ctx: RequestContext, target: RepairTarget, previous: unknown): Promise<void> {
    const line = await this.line(ctx, target);
    const account = await this.vapi.find(ctx);
    const numbers = account?.api('undo_repair', 'urgent').numbers;
    const imported = await numbers?.findByNumber(line.number);
    if (imported) await numbers?.delete(imported.id);
    await (await this.numbersOf(ctx, line)).update(line.twilioSid, settingsForm(settings.parse(previous)));
  }

  private async line(ctx: RequestContext, { lineId = '' }: RepairTarget): Promise<ActiveLine> {
    const line = await this.unitOfWork.run(ctx, (tx) => this.lines.find(tx, lineId));
    if (!line || !isActive(line)) throw new RepairOutdated();
    return line;
  }

  private async numbersOf(ctx: RequestContext, { accountId }: ActiveLine) {
    const account = (await this.twilio.of(ctx, accountId)) ?? (await this.twilio.find(ctx));
    if (!account) throw new RepairOutdated();
    return account.api('repair_number', 'urgent').numbers;
  }
}
