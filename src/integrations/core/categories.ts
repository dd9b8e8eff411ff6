import type { LocalizedText } from '../../kernel/errors/index.js';

/** What vendors are for, as users browse them. */
export const categories = {
  social: { en: 'Social networks', fr: 'Réseaux sociaux' },
  support: { en: 'Customer support', fr: 'Support client' },
  search: { en: 'Search engine optimisation', fr: 'Référencement naturel' },
  analytics: { en: 'Analytics', fr: 'Analyse de données' },
  sales: { en: 'Customer relations and sales', fr: 'Relation client et ventes' },
  email: { en: 'E-mail and campaigns', fr: 'E-mail et campagnes' },
  writing: { en: 'Writing', fr: 'Rédaction' },
  calendar: { en: 'Calendars and appointments', fr: 'Agendas et rendez-vous' },
  voice: { en: 'Voice', fr: 'Téléphonie' },
} satisfies Record<string, LocalizedText>;
