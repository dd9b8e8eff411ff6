import type { LocalizedText } from '../../../kernel/errors/index.js';
import type { NumberSettingName, NumberSettings } from '../../providers/twilio/api/number-settings.js';
import type { TwilioNumber } from '../../providers/twilio/api/twilio-number.js';
import type { RepairOffer } from '../repair-offer.js';

export type NumberChange = Readonly<Partial<Record<NumberSettingName, string>>>;

/** Settings of a number at Twilio; the target holds its SID and, by their names, the settings to write. */
export const numberRepairKind = 'twilio.number';

/** Offers to write these settings, and no others. */
export function offerNumberChange(number: TwilioNumber, change: NumberChange, description: LocalizedText): RepairOffer {
  const names = Object.keys(change).filter((name): name is NumberSettingName => name in number.settings);
  const before = Object.fromEntries(names.map((name) => [name, withoutPassword(number.settings[name])]));
  return {
    kind: numberRepairKind,
    target: { sid: number.sid, number: number.number, ...change },
    description,
    before,
    after: change,
  };
}

/** The settings in a target. */
export function changeIn(target: Readonly<Record<string, string>>, live: NumberSettings): NumberChange {
  return Object.fromEntries(Object.entries(target).filter(([name]) => name in live));
}

/** An address as people may see it: whoever set it may have put a password, or a key, into it. */
export function withoutPassword(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') [url.username, url.password] = ['…', ''];
  if (url.search !== '') url.search = '?…';
  return url.href;
}
