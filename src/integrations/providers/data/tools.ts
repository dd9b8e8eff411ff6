import type { VapiCategoryData } from '../vapi-catalogue.schema.js';

export const tools: VapiCategoryData = {
  key: 'tools',
  label: { en: 'Tools', fr: 'Outils' },
  description: {
    en: 'What the assistant can do in other services during a call, by Vapi itself. They need an account of yours.',
    fr: 'Ce que l’assistant peut faire dans d’autres services pendant un appel, par Vapi lui-même. Il y faut un compte à vous.',
  },
  highlight: {
    en: 'Google Calendar: the assistant sees when you are free, and enters the appointment while the caller waits.',
    fr: 'Google Calendar : l’assistant voit quand vous êtes libre et inscrit le rendez-vous pendant que l’appelant patiente.',
  },
  providers: [
    {
      key: 'make',
      name: 'Make',
      description: {
        en: 'Starts a scenario of yours in Make.',
        fr: 'Lance un de vos scénarios dans Make.',
      },
      lifecycle: 'AVAILABLE',
      note: {
        en: 'Make’s own tool left Vapi’s API on 19 May 2025. Its key is still taken; new scenarios are reached by Make’s MCP server.',
        fr: 'L’outil propre à Make a quitté l’API de Vapi le 19 mai 2025. Sa clé reste acceptée ; les nouveaux scénarios passent par le serveur MCP de Make.',
      },
      asOf: '2026-08-20',
      inGuide: true,
      credentials: ['make'],
      documentationUrl: 'https://docs.vapi.ai/tools/mcp',
    },
    {
      key: 'gohighlevel',
      name: 'GoHighLevel',
      description: {
        en: 'Finds and creates contacts, checks a calendar and books in it.',
        fr: 'Cherche et crée des contacts, consulte un agenda et y réserve.',
      },
      lifecycle: 'AVAILABLE',
      note: {
        en: 'Four tools since 13 May 2025. They neither move nor cancel appointments.',
        fr: 'Quatre outils depuis le 13 mai 2025. Ils ne déplacent ni n’annulent de rendez-vous.',
      },
      asOf: '2026-08-20',
      inGuide: true,
      credentials: ['gohighlevel'],
      documentationUrl: 'https://docs.vapi.ai/tools/go-high-level',
    },
    {
      key: 'smallsai',
      name: 'SmallsAI',
      description: {
        en: 'Named by the guide among the tools.',
        fr: 'Cité par le guide parmi les outils.',
      },
      lifecycle: 'UNKNOWN',
      note: {
        en: 'Vapi has no provider of this name today. The nearest is Smallest AI, which makes voices: see the voices.',
        fr: 'Vapi n’a aujourd’hui aucun fournisseur de ce nom. Le plus proche est Smallest AI, qui fait des voix : voyez les voix.',
      },
      asOf: '2026-08-20',
      inGuide: true,
      credentials: [],
    },
    {
      key: 'google-calendar',
      name: 'Google Calendar',
      description: {
        en: 'Checks when you are free and creates events.',
        fr: 'Consulte vos disponibilités et crée des événements.',
      },
      lifecycle: 'AVAILABLE',
      note: {
        en: 'Connected in Vapi’s dashboard, with a Google account. It neither moves nor cancels events.',
        fr: 'Se connecte dans le tableau de bord de Vapi, avec un compte Google. Il ne déplace ni n’annule d’événements.',
      },
      asOf: '2026-08-20',
      inGuide: true,
      highlighted: true,
      credentials: ['google.calendar.oauth2-authorization'],
      documentationUrl: 'https://docs.vapi.ai/tools/google-calendar',
    },
    {
      key: 'google-sheets',
      name: 'Google Sheets',
      description: {
        en: 'Adds a row to a spreadsheet.',
        fr: 'Ajoute une ligne à une feuille de calcul.',
      },
      lifecycle: 'AVAILABLE',
      note: {
        en: 'Connected in Vapi’s dashboard, with a Google account. It neither reads nor changes what is there.',
        fr: 'Se connecte dans le tableau de bord de Vapi, avec un compte Google. Il ne lit ni ne modifie ce qui s’y trouve.',
      },
      asOf: '2026-08-20',
      inGuide: true,
      credentials: ['google.sheets.oauth2-authorization'],
      documentationUrl: 'https://docs.vapi.ai/tools/google-sheets',
    },
    {
      key: 'gohighlevel-mcp',
      name: 'GoHighLevel MCP',
      description: {
        en: 'GoHighLevel by its MCP server, after signing in to GoHighLevel.',
        fr: 'GoHighLevel par son serveur MCP, après connexion à GoHighLevel.',
      },
      lifecycle: 'AVAILABLE',
      note: {
        en: 'Since 8 May 2025, beside the key of GoHighLevel.',
        fr: 'Depuis le 8 mai 2025, à côté de la clé de GoHighLevel.',
      },
      asOf: '2026-08-20',
      inGuide: true,
      credentials: ['ghl.oauth2-authorization'],
      documentationUrl: 'https://docs.vapi.ai/tools/mcp',
    },
    {
      key: 'slack',
      name: 'Slack',
      description: {
        en: 'Sends a message to a channel during the call.',
        fr: 'Envoie un message dans un canal pendant l’appel.',
      },
      lifecycle: 'AVAILABLE',
      note: {
        en: 'Connected in Vapi’s dashboard, with a Slack account.',
        fr: 'Se connecte dans le tableau de bord de Vapi, avec un compte Slack.',
      },
      asOf: '2026-08-20',
      inGuide: false,
      credentials: ['slack.oauth2-authorization'],
      documentationUrl: 'https://docs.vapi.ai/tools/slack',
    },
    {
      key: 'mcp',
      name: 'MCP server',
      description: {
        en: 'The tools of any MCP server, such as Zapier’s or Make’s.',
        fr: 'Les outils de n’importe quel serveur MCP, comme ceux de Zapier ou de Make.',
      },
      lifecycle: 'AVAILABLE',
      note: {
        en: 'Made as a tool, with the address of the server. That address is a secret.',
        fr: 'Se crée comme un outil, avec l’adresse du serveur. Cette adresse est un secret.',
      },
      asOf: '2026-08-20',
      inGuide: false,
      credentials: [],
      dashboardUrl: 'https://dashboard.vapi.ai/tools',
      documentationUrl: 'https://docs.vapi.ai/tools/mcp',
    },
  ],
};
