import type { RequestContext } from '../../../kernel/context/index.js';
import type { NumberSettingName, NumberSettings } from '../../providers/twilio/api/number-settings.js';
import type { TwilioApi } from '../../providers/twilio/api/twilio-api.js';
import type { TwilioNumber } from '../../providers/twilio/api/twilio-number.js';
import { TwilioAccounts } from '../../providers/twilio/twilio-accounts.js';
import { ConnectionRepair, type ConnectionRepairContract, type RepairTarget } from '../connection-repair.js';
import { RepairOutdated } from '../diagnosis.errors.js';
import { changeIn, numberRepairKind } from './number-repair.js';

/** Each of them changes what the others do: https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource */
const bound: readonly NumberSettingName[] = ['TrunkSid', 'VoiceApplicationSid', 'VoiceUrl', 'VoiceMethod'];

/** Writes settings of a number at Twilio, and puts back what stood there. */
@ConnectionRepair()
export class NumberRepairs implements ConnectionRepairContract {
  readonly kind = numberRepairKind;

  constructor(private readonly accounts: TwilioAccounts) {}

  /** What is written, and what Twilio changes along with it. */
  async read(ctx: RequestContext, target: RepairTarget): Promise<Partial<NumberSettings>> {
    const { settings } = await this.find(ctx, target);
    const names = Object.keys(changeIn(target, settings));
    const isBound = names.some((name) => bound.some((each) => each === name));
    return Object.fromEntries(
      Object.entries(settings).filter(
        ([name]) => names.includes(name) || (isBound && bound.some((each) => each === name)),
      ),
    );
  }

  async apply(ctx: RequestContext, target: RepairTarget): Promise<void> {
    const { sid, settings } = await this.find(ctx, target);
    const change = changeIn(target, settings);
    if (differs(settings, change)) await (await this.api(ctx)).numbers.update(sid, change);
  }

  async undo(ctx: RequestContext, target: RepairTarget, previous: unknown): Promise<void> {
    const { sid, settings } = await this.find(ctx, target);
    const change = changeIn(textsOf(previous), settings);
    if (differs(settings, change)) await (await this.api(ctx)).numbers.update(sid, change);
  }

  private async find(ctx: RequestContext, { sid = '', number }: RepairTarget): Promise<TwilioNumber> {
    const found = await (await this.api(ctx)).numbers.find(sid);
    if (!found || found.number !== number) throw new RepairOutdated();
    return found;
  }

  private async api(ctx: RequestContext): Promise<TwilioApi> {
    const account = await this.accounts.find(ctx);
    if (!account) throw new RepairOutdated();
    return account.api('repair_number', 'urgent');
  }
}

function differs(settings: NumberSettings, change: Partial<NumberSettings>): boolean {
  return Object.entries(settings).some(([name, value]) => {
    const wanted = Object.entries(change).find(([each]) => each === name);
    return wanted !== undefined && wanted[1] !== value;
  });
}

function textsOf(previous: unknown): Record<string, string> {
  if (typeof previous !== 'object' || previous === null) return {};
  const texts = Object.entries(previous).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(texts);
}
