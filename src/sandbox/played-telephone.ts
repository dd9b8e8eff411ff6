import { join } from 'node:path';
import { SeededDraw } from './caller/seeded-draw.js';
import { leGourmet } from './le-gourmet.js';
import { openPlayedVapi } from './played-vapi.js';
import { TelephoneExchange } from './telephone/exchange.js';
import { importByVapi } from './telephone/import-by-vapi.js';
import { TwilioStandIn } from './twilio/twilio-stand-in.js';
import type { VapiStandIn } from './vapi/vapi-stand-in.js';

export interface PlayedTelephoneOptions {
  dataDir: string;
  /** What the server has to present to Vapi. */
  vapiKey: string;
  /** And to Twilio, by which Twilio signs its webhooks too. */
  authToken: string;
}

export interface PlayedTelephone {
  vapi: VapiStandIn;
  twilio: TwilioStandIn;
  accountSid: string;
}

/** The same at each start, so that the numbers that were bought are found again. */
const accountSid = `AC${new SeededDraw('The Twilio of the demonstration').hex('account', 32)}`;

/**
 * The demonstration's accounts at a Twilio and a Vapi that are played and know of each other: Vapi imports numbers from this
 * Twilio, and takes the calls that these lead to it. The restaurant's number is there, and others are for sale.
 *
 * @throws SandboxFileDamaged
 */
export async function openPlayedTelephone(options: PlayedTelephoneOptions): Promise<PlayedTelephone> {
  const { dataDir, vapiKey, authToken } = options;
  const dataFile = join(dataDir, 'sandbox-twilio.json');
  const twilio = await TwilioStandIn.open({ accountSid, authToken, dataFile, balance: '50.00', currency: 'USD' });
  try {
    if (!twilio.findNumber(leGourmet.phoneNumber))
      twilio.account.addNumber({ phone_number: leGourmet.phoneNumber, friendly_name: leGourmet.name });
    const opened: { vapi?: VapiStandIn } = {};
    const exchange = new TelephoneExchange({
      twilio,
      vapi: () => {
        if (!opened.vapi) throw new Error('Vapi is not open yet.');
        return opened.vapi;
      },
    });
    const vapi = await openPlayedVapi({
      dataDir,
      apiKey: vapiKey,
      twilio: importByVapi(twilio),
      playRing: exchange.ring,
    });
    opened.vapi = vapi;
    return { vapi, twilio, accountSid };
  } catch (error) {
    await twilio.close();
    throw error;
  }
}
