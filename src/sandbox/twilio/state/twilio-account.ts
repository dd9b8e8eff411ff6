import { z } from 'zod';
import { type Call, type CallMembers, callSchema, newCall } from './call.js';
import { type IncomingNumber, incomingNumberSchema, newNumber, type NumberMembers } from './incoming-number.js';
import {
  type Alert,
  alertSchema,
  type Application,
  applicationSchema,
  type Bundle,
  bundleSchema,
  type CallEvent,
  callEventSchema,
  type OriginationUrl,
  originationUrlSchema,
  type Recording,
  recordingSchema,
} from './other-resources.js';
import { rfc2822 } from './rfc2822.js';
import { Shelf } from './shelf.js';
import { newSid } from './sid.js';

export interface AccountSettings {
  readonly accountSid: string;
  readonly authToken: string;
  /** Secrets of API keys, by their SID. */
  readonly apiKeys?: Readonly<Record<string, string>> | undefined;
  readonly friendlyName?: string | undefined;
  readonly status?: 'active' | 'suspended' | 'closed' | undefined;
  readonly type?: 'Full' | 'Trial' | undefined;
  readonly balance?: string | undefined;
  readonly currency?: string | undefined;
}

export const savedAccount = z.object({
  accountSid: z.string(),
  numbers: z.array(incomingNumberSchema),
  applications: z.array(applicationSchema),
  calls: z.array(callSchema),
  recordings: z.array(recordingSchema),
  originationUrls: z.array(originationUrlSchema),
  bundles: z.array(bundleSchema),
  alerts: z.array(alertSchema),
  events: z.array(callEventSchema),
  regions: z.record(z.string(), z.string()),
});
export type SavedAccount = z.infer<typeof savedAccount>;

interface Surroundings {
  readonly now: () => Date;
  readonly changed: () => void;
  readonly saved?: SavedAccount | undefined;
}

/** An account at Twilio with all that it holds; its members are what people make in the console. */
export class TwilioAccount {
  readonly numbers: Shelf<IncomingNumber>;
  readonly applications: Shelf<Application>;
  readonly calls: Shelf<Call>;
  readonly recordings: Shelf<Recording>;
  readonly originationUrls: Shelf<OriginationUrl>;
  readonly bundles: Shelf<Bundle>;
  readonly alerts: Shelf<Alert>;
  readonly events: Shelf<CallEvent>;
  /** Voice regions of numbers that are not in the United States. */
  readonly regions: Map<string, string>;

  constructor(
    public settings: AccountSettings,
    private readonly around: Surroundings,
  ) {
    const { saved, changed } = around;
    this.numbers = new Shelf(changed, saved?.numbers);
    this.applications = new Shelf(changed, saved?.applications);
    this.calls = new Shelf(changed, saved?.calls);
    this.recordings = new Shelf(changed, saved?.recordings);
    this.originationUrls = new Shelf(changed, saved?.originationUrls);
    this.bundles = new Shelf(changed, saved?.bundles);
    this.alerts = new Shelf(changed, saved?.alerts);
    this.events = new Shelf(changed, saved?.events);
    this.regions = new Map(Object.entries(saved?.regions ?? {}));
  }

  get sid(): string {
    return this.settings.accountSid;
  }

  now(): Date {
    return this.around.now();
  }

  addNumber(members: NumberMembers & { readonly phone_number: string }): IncomingNumber {
    return this.numbers.put(newNumber(members, this.made()));
  }

  findNumber(phoneNumber: string): IncomingNumber | null {
    return this.numbers.list().find(({ phone_number: each }) => each === phoneNumber) ?? null;
  }

  changeNumber(number: IncomingNumber, members: NumberMembers): IncomingNumber {
    return this.numbers.put({ ...number, ...members, date_updated: rfc2822(this.now()) });
  }

  addApplication(members: Partial<Omit<Application, 'sid' | 'account_sid'>>): Application {
    const methods = { voice_method: 'POST', voice_fallback_method: 'POST', status_callback_method: 'POST' } as const;
    const urls = { voice_url: '', voice_fallback_url: '', status_callback: '' };
    return this.applications.put({
      friendly_name: 'App',
      ...methods,
      ...urls,
      ...this.dated(),
      ...members,
      ...this.owned('AP'),
    });
  }

  /** A trunk, by its only origination URL. */
  addTrunk(sipUrl: string): OriginationUrl {
    const at = this.now().toISOString();
    const dates = { date_created: at, date_updated: at };
    const plan = { friendly_name: 'Origination', enabled: true, weight: 10, priority: 10 };
    return this.originationUrls.put({
      ...plan,
      ...dates,
      sip_url: sipUrl,
      trunk_sid: newSid('TK'),
      ...this.owned('OU'),
    });
  }

  addBundle(members: Partial<Omit<Bundle, 'sid' | 'account_sid'>> = {}): Bundle {
    const at = this.now().toISOString();
    const state = { status: 'twilio-approved', valid_until: null, regulation_sid: newSid('RN') } as const;
    const about = { friendly_name: 'Bundle', email: 'owner@example.com', date_created: at, date_updated: at };
    return this.bundles.put({ ...state, ...about, ...members, ...this.owned('BU') });
  }

  addCall(members: CallMembers & Pick<Call, 'from' | 'to'>): Call {
    return this.calls.put(newCall(members, this.made()));
  }

  changeCall(call: Pick<Call, 'sid'>, members: CallMembers): Call | null {
    const known = this.calls.find(call.sid);
    return known && this.calls.put({ ...known, ...members, date_updated: rfc2822(this.now()) });
  }

  addRecording(members: Pick<Recording, 'call_sid'> & Partial<Omit<Recording, 'sid' | 'account_sid'>>): Recording {
    const at = { start_time: rfc2822(this.now()), ...this.dated() };
    const facts = { channels: 1, duration: '1', source: 'RecordVerb', status: 'completed' } as const;
    return this.recordings.put({ ...at, ...facts, ...members, ...this.owned('RE') });
  }

  addAlert(members: Partial<Omit<Alert, 'sid' | 'account_sid'>> & Pick<Alert, 'error_code'>): Alert {
    const request = { request_method: 'POST', request_url: '', request_variables: '', resource_sid: '' };
    const response = { response_body: '', response_headers: '' };
    const said = { alert_text: '', log_level: 'error', date_generated: this.now().toISOString() } as const;
    return this.alerts.put({ ...request, ...response, ...said, ...members, ...this.owned('NO') });
  }

  addEvent(members: Omit<CallEvent, 'sid'>): CallEvent {
    return this.events.put({ ...members, sid: newSid('NO') });
  }

  saved(): SavedAccount {
    const oldestFirst = <T extends { readonly sid: string }>(shelf: Shelf<T>) => shelf.list().reverse();
    return {
      accountSid: this.sid,
      numbers: oldestFirst(this.numbers),
      applications: oldestFirst(this.applications),
      calls: oldestFirst(this.calls),
      recordings: oldestFirst(this.recordings),
      originationUrls: oldestFirst(this.originationUrls),
      bundles: oldestFirst(this.bundles),
      alerts: oldestFirst(this.alerts),
      events: oldestFirst(this.events),
      regions: Object.fromEntries(this.regions),
    };
  }

  private made() {
    return { accountSid: this.sid, at: this.now() };
  }

  private dated() {
    const at = rfc2822(this.now());
    return { date_created: at, date_updated: at };
  }

  private owned(prefix: Parameters<typeof newSid>[0]) {
    return { sid: newSid(prefix), account_sid: this.sid };
  }
}
