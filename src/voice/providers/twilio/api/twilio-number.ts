import { z } from 'zod';
import { readNumberSettings, type NumberSettings } from './number-settings.js';
import { nextPage, twilioText } from './twilio-text.js';

/** A number that the account has. */
export interface TwilioNumber {
  readonly sid: string;
  readonly accountSid: string | null;
  /** E.164. */
  readonly number: string;
  readonly friendlyName: string | null;
  readonly canVoice: boolean;
  /** `in-use` where it works. */
  readonly status: string | null;
  /** `local`, `mobile`, `toll-free`, … */
  readonly type: string | null;
  readonly bundleSid: string | null;
  readonly addressRequirements: string | null;
  readonly settings: NumberSettings;
}

/** A number that can be bought. */
export interface AvailableNumber {
  readonly number: string;
  readonly isoCountry: string | null;
  readonly locality: string | null;
  readonly region: string | null;
  readonly canVoice: boolean;
  /** `none`, or whose address has to be given: `any`, `local`, `foreign`. */
  readonly addressRequirements: string | null;
}

/** The kinds of numbers, as they stand in the paths of the API. */
export const numberKinds = ['Local', 'Mobile', 'TollFree', 'National'] as const;
export type NumberKind = (typeof numberKinds)[number];

const capabilities = z
  .object({ voice: z.boolean().nullish() })
  .nullish()
  .catch(null)
  .transform((value) => value?.voice ?? false);

export const numberReply = z
  .looseObject({
    sid: z.string().min(1),
    phone_number: z.string().min(1),
    account_sid: twilioText,
    friendly_name: twilioText,
    capabilities,
    status: twilioText,
    type: twilioText,
    bundle_sid: twilioText,
    address_requirements: twilioText,
  })
  .transform((fields): TwilioNumber => ({
    sid: fields.sid,
    accountSid: fields.account_sid,
    number: fields.phone_number,
    friendlyName: fields.friendly_name,
    canVoice: fields.capabilities,
    status: fields.status,
    type: fields.type,
    bundleSid: fields.bundle_sid,
    addressRequirements: fields.address_requirements,
    settings: readNumberSettings(fields),
  }));

export const numbersReply = nextPage.extend({ incoming_phone_numbers: z.array(numberReply) });

const availableNumber = z
  .object({
    phone_number: z.string().min(1),
    iso_country: twilioText,
    locality: twilioText,
    region: twilioText,
    capabilities,
    address_requirements: twilioText,
  })
  .transform((fields): AvailableNumber => ({
    number: fields.phone_number,
    isoCountry: fields.iso_country,
    locality: fields.locality,
    region: fields.region,
    canVoice: fields.capabilities,
    addressRequirements: fields.address_requirements,
  }));

export const availableNumbersReply = z.object({ available_phone_numbers: z.array(availableNumber) });
