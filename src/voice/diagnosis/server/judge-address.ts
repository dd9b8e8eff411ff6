import { isIP } from 'node:net';
import { isPublicAddress } from '../../../kernel/http/index.js';
import { fail, pass, warn, type Finding } from '../finding.js';
import { serverAdvice as advice } from './server-advice.js';

/** Whether platforms can reach an address of ours, as far as it tells by itself. @param played The platforms are stand-ins. */
export function judgeAddress(publicUrl: string, played: boolean): Finding {
  const { protocol, hostname } = new URL(publicUrl);
  if (isInside(hostname.replace(/^\[|\]$/g, ''))) {
    return played ? pass(publicUrl) : fail({ observed: publicUrl, expected: 'https://…', advice: advice.inside });
  }
  return protocol === 'https:'
    ? pass(publicUrl)
    : warn({ observed: publicUrl, expected: 'https://…', advice: advice.plain });
}

/** Whether a host can be reached from its own machine or network only. */
export function isInside(host: string): boolean {
  if (isIP(host) !== 0) return !isPublicAddress(host);
  return !host.includes('.') || /\.(?:local|localhost|internal|lan|home|test|invalid)$/i.test(host);
}
