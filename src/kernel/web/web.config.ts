import { isIP } from 'node:net';
import { z } from 'zod';
import { defineConfig } from '../config/index.js';

const proxyNames = new Set(['loopback', 'linklocal', 'uniquelocal']);

export const webConfig = defineConfig('web', {
  trustedProxies: {
    name: 'TRUSTED_PROXIES',
    schema: z
      .string()
      .transform(splitList)
      .refine((proxies) => proxies.every(isProxy))
      .default([]),
    description:
      'Addresses or networks of the reverse proxies whose X-Forwarded-* headers count, by comma; also loopback, linklocal, uniquelocal (default: none).',
  },
  corsOrigins: {
    name: 'CORS_ORIGINS',
    schema: z
      .string()
      .transform(splitList)
      .refine((origins) => origins.every(isOrigin))
      .default([]),
    description:
      'Origins of web pages that may call this server from a browser, such as https://app.example.com, by comma (default: none).',
  },
});

function splitList(value: string): string[] {
  return value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function isProxy(text: string): boolean {
  const [address = '', bits] = text.split('/');
  return proxyNames.has(text) || (isIP(address) !== 0 && (bits === undefined || /^\d{1,3}$/.test(bits)));
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}
