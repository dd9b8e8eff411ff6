import { z } from 'zod';
import type { VendorClient } from '../../../../integrations/index.js';
import { route } from '../../../../kernel/http/index.js';
import { ifThere } from './if-there.js';
import { twilioDate, twilioText } from './twilio-text.js';

export interface TwilioApplication {
  readonly sid: string;
  readonly friendlyName: string | null;
  readonly voiceUrl: string | null;
  readonly voiceMethod: string | null;
}

/** Where a trunk takes calls. */
export interface OriginationUrl {
  readonly sipUrl: string | null;
  readonly enabled: boolean;
}

/** Something that went wrong at Twilio. */
export interface TwilioAlert {
  readonly errorCode: string | null;
  readonly at: Date | null;
  readonly requestUrl: string | null;
  /** Of the call, mostly. */
  readonly resourceSid: string | null;
}

const applicationReply = z
  .object({ sid: z.string(), friendly_name: twilioText, voice_url: twilioText, voice_method: twilioText })
  .transform(
    ({ sid, friendly_name: friendlyName, voice_url: voiceUrl, voice_method: voiceMethod }): TwilioApplication => ({
      sid,
      friendlyName,
      voiceUrl,
      voiceMethod,
    }),
  );

const originationUrlsReply = z.object({
  origination_urls: z.array(
    z
      .object({ sip_url: twilioText, enabled: z.boolean().nullish() })
      .transform(({ sip_url: sipUrl, enabled }): OriginationUrl => ({ sipUrl, enabled: enabled ?? true })),
  ),
});

const alertsReply = z.object({
  alerts: z.array(
    z
      .object({ error_code: twilioText, date_generated: twilioDate, request_url: twilioText, resource_sid: twilioText })
      .transform((fields): TwilioAlert => ({
        errorCode: fields.error_code,
        at: fields.date_generated,
        requestUrl: fields.request_url,
        resourceSid: fields.resource_sid,
      })),
  ),
});

const regionReply = z.object({ voice_region: twilioText }).transform(({ voice_region: region }) => region);
const bundleReply = z.object({ status: twilioText }).transform(({ status }) => status);

/** What stands between a number and whoever answers it, and what went wrong there. */
export class TwilioRouting {
  constructor(
    private readonly client: VendorClient,
    private readonly accountSid: string,
  ) {}

  findApplication(sid: string): Promise<TwilioApplication | null> {
    const path = route`/2010-04-01/Accounts/${this.accountSid}/Applications/${sid}.json`;
    return ifThere(this.client.get(path, { reply: applicationReply }));
  }

  /** Null for a trunk that is not there. */
  async originationUrls(trunkSid: string): Promise<readonly OriginationUrl[] | null> {
    const path = route`/v1/Trunks/${trunkSid}/OriginationUrls`;
    const found = await ifThere(this.client.get(path, { base: 'trunking', reply: originationUrlsReply }));
    return found?.origination_urls ?? null;
  }

  /** `us1`, `ie1`, `au1`: in another region another configuration counts. Null where it has none of its own. */
  voiceRegion(number: string): Promise<string | null> {
    return ifThere(this.client.get(route`/v2/PhoneNumbers/${number}`, { base: 'routes', reply: regionReply }));
  }

  /** `twilio-approved` where it is. Null for a bundle that is not there. */
  bundleStatus(sid: string): Promise<string | null> {
    const path = route`/v2/RegulatoryCompliance/Bundles/${sid}`;
    return ifThere(this.client.get(path, { base: 'numbers', reply: bundleReply }));
  }

  /** Errors, newest first; Twilio keeps them for 30 days. */
  async errors(since: Date, most = 50): Promise<readonly TwilioAlert[]> {
    const query = { LogLevel: 'error', StartDate: since.toISOString().replace(/\.\d+Z$/, 'Z'), PageSize: most };
    return (await this.client.get('/v1/Alerts', { base: 'monitor', query, reply: alertsReply })).alerts;
  }
}
