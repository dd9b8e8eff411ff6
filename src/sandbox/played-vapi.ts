import { join } from 'node:path';
import { PlayedVapiFile } from './vapi/played-vapi-file.js';
import { VapiStandIn, type VapiStandInOptions } from './vapi/vapi-stand-in.js';

export interface PlayedVapiOptions extends Pick<VapiStandInOptions, 'twilio' | 'playRing'> {
  dataDir: string;
  /** What the server has to present. */
  apiKey: string;
}

/**
 * The demonstration's account at a Vapi that is played, with what earlier starts have made in it. Other processes find it by a
 * file in the data folder.
 *
 * @throws SandboxFileDamaged
 */
export async function openPlayedVapi({ dataDir, apiKey, twilio, playRing }: PlayedVapiOptions): Promise<VapiStandIn> {
  const dataFile = join(dataDir, 'sandbox-vapi.json');
  const vapi = await VapiStandIn.open({ apiKey, dataFile, twilio, playRing, answersCalls: true, marksCalls: true });
  await new PlayedVapiFile(dataDir).write({ url: vapi.url, apiKey });
  return vapi;
}
