import type { Locale } from '../../../kernel/errors/index.js';

const signs: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  fr: { '@': 'arobase', '.': 'point', '-': 'tiret', _: 'tiret bas', '+': 'plus' },
  en: { '@': 'at', '.': 'dot', '-': 'dash', _: 'underscore', '+': 'plus' },
};

/** An address as one says it, which voices otherwise spell in their own ways. */
export function sayEmail(email: string, locale: Locale): string {
  return email
    .replace(/[@.\-_+]/g, (sign) => ` ${signs[locale][sign] ?? sign} `)
    .replace(/ +/g, ' ')
    .trim();
}
