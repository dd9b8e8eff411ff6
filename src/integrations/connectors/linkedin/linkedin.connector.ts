import { categories } from '../../core/categories.js';
import { defineConnector } from '../../core/define-connector.js';
import { readLinkedInFault } from './linkedin-fault.js';
import { linkedInModes } from './linkedin.auth.js';
import { salesActions, salesCapabilities, socialActions, socialCapabilities } from './linkedin.capabilities.js';
import { verifyLinkedIn } from './verify-linkedin.js';

/** Served until August 2027 at least: https://learn.microsoft.com/en-us/linkedin/marketing/versioning */
const version = '202608';

export const linkedin = defineConnector({
  key: 'linkedin',
  name: 'LinkedIn',
  category: categories.social,
  description: {
    en: 'Posts and articles of members and pages, engagement and audience of pages, company look-up, lead forms, prepared messages and searches on LinkedIn.',
    fr: 'Posts et articles des membres et des pages, engagement et audience des pages, recherche d’entreprises, formulaires de prospects, messages et recherches préparés sur LinkedIn.',
  },
  documentationUrl: 'https://learn.microsoft.com/en-us/linkedin/',
  setupSteps: [
    {
      en: 'At linkedin.com/developers choose Create app, name your company’s page, and have an administrator of that page confirm the app (Settings > Verify).',
      fr: 'Sur linkedin.com/developers, choisissez Create app, indiquez la page de votre entreprise, et faites confirmer l’application par un administrateur de cette page (Settings > Verify).',
    },
    {
      en: 'For your own profile: under Products add “Share on LinkedIn” and “Sign In with LinkedIn using OpenID Connect”; both are there at once.',
      fr: 'Pour votre profil : sous Products, ajoutez « Share on LinkedIn » et « Sign In with LinkedIn using OpenID Connect » ; ils sont disponibles aussitôt.',
    },
    {
      en: 'For a page: make a second app with no other product and request “Community Management API”. LinkedIn reviews the request, which takes weeks; it wants a registered company.',
      fr: 'Pour une page : créez une seconde application sans autre produit et demandez « Community Management API ». LinkedIn examine la demande, en plusieurs semaines ; une entreprise enregistrée est exigée.',
    },
    {
      en: 'Paste a token: Docs and tools > OAuth Token Tools > Create token, tick all scopes of the app. It lives 60 days. Or sign in: enter client ID, secret and scopes of the Auth tab here, and our callback address there.',
      fr: 'Coller un jeton : Docs and tools > OAuth Token Tools > Create token, cochez toutes les portées de l’application. Il vit 60 jours. Ou se connecter : saisissez ici l’identifiant, le secret et les portées de l’onglet Auth, et là-bas notre adresse de rappel.',
    },
  ],
  leastPrivilege: {
    en: 'Profile: openid, profile, email, w_member_social. Page: r_basicprofile, rw_organization_admin, r_organization_social, w_organization_social, r_organization_social_feed, w_organization_social_feed, and the role of administrator of that page. Leads: r_marketing_leadgen_automation.',
    fr: 'Profil : openid, profile, email, w_member_social. Page : r_basicprofile, rw_organization_admin, r_organization_social, w_organization_social, r_organization_social_feed, w_organization_social_feed, et le rôle d’administrateur de cette page. Prospects : r_marketing_leadgen_automation.',
  },
  updatedOn: '2026-11-21',
  auth: linkedInModes,
  bases: { main: 'https://api.linkedin.com/rest', v2: 'https://api.linkedin.com/v2' },
  // Files are sent to addresses of the second that LinkedIn gives, as are codes and tokens.
  hosts: ['api.linkedin.com', 'www.linkedin.com'],
  headers: () => ({ 'linkedin-version': version, 'x-restli-protocol-version': '2.0.0' }),
  readFault: readLinkedInFault,
  // LinkedIn's own limits are by day and shown to the app's owner only; this keeps bursts away.
  rateLimits: [{ requests: 60, perMs: 60_000 }],
  verify: verifyLinkedIn,
  agents: {
    soshie: { actions: socialActions, capabilities: socialCapabilities },
    buddy: { actions: salesActions, capabilities: salesCapabilities },
  },
});
