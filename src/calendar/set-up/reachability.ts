import { isIP } from 'node:net';
import type { LocalizedText } from '../../kernel/errors/index.js';
import { isPublicAddress } from '../../kernel/http/index.js';

/** Why platforms on the internet may not reach an address of ours; null where nothing speaks against it. */
export function unreachable(url: string): LocalizedText | null {
  const { protocol, hostname } = new URL(url);
  if (isInside(hostname.replace(/^\[|\]$/g, ''))) {
    return {
      en: `${url} leads nowhere from the internet. Set PUBLIC_URL to the public https address of this server.`,
      fr: `${url} ne mène nulle part depuis Internet. Définissez PUBLIC_URL : l’adresse https publique de ce serveur.`,
    };
  }
  if (protocol === 'https:') return null;
  return {
    en: `${url} is not https, which Cal.com’s cloud refuses. Set PUBLIC_URL to an https address.`,
    fr: `${url} n’est pas en https, ce que le cloud de Cal.com refuse. Définissez PUBLIC_URL avec une adresse https.`,
  };
}

function isInside(host: string): boolean {
  if (isIP(host) !== 0) return !isPublicAddress(host);
  return !host.includes('.') || /\.(?:local|localhost|internal|lan|home|test|invalid)$/i.test(host);
}
