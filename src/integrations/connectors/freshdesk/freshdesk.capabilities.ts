import { live } from '../../core/capability.js';
import type { AgentShare } from '../../core/connector.js';
import { addNote } from './actions/add-note.action.js';
import { createArticle } from './actions/create-article.action.js';
import { createContact } from './actions/create-contact.action.js';
import { createTicket } from './actions/create-ticket.action.js';
import { findContacts } from './actions/find-contacts.action.js';
import { getPortalSettings } from './actions/get-portal-settings.action.js';
import { getSatisfactionRatings } from './actions/get-satisfaction-ratings.action.js';
import { getTicket } from './actions/get-ticket.action.js';
import { inviteContact } from './actions/invite-contact.action.js';
import { listAgents } from './actions/list-agents.action.js';
import { listArticleFolders } from './actions/list-article-folders.action.js';
import { listArticles } from './actions/list-articles.action.js';
import { listMailboxes } from './actions/list-mailboxes.action.js';
import { listMessages } from './actions/list-messages.action.js';
import { listOverdueTickets } from './actions/list-overdue-tickets.action.js';
import { listSlaPolicies } from './actions/list-sla-policies.action.js';
import { listTickets } from './actions/list-tickets.action.js';
import { publishArticle } from './actions/publish-article.action.js';
import { replyToTicket } from './actions/reply-to-ticket.action.js';
import { searchArticles } from './actions/search-articles.action.js';
import { searchTickets } from './actions/search-tickets.action.js';
import { sendOutboundEmail } from './actions/send-outbound-email.action.js';
import { updateArticle } from './actions/update-article.action.js';
import { updateTicket } from './actions/update-ticket.action.js';

/** What the support specialist does with Freshdesk. */
export const cassieShare: AgentShare = {
  actions: [
    listTickets,
    searchTickets,
    listOverdueTickets,
    getTicket,
    listMessages,
    createTicket,
    updateTicket,
    replyToTicket,
    addNote,
    sendOutboundEmail,
    listMailboxes,
    listAgents,
    listSlaPolicies,
    getSatisfactionRatings,
    listArticleFolders,
    listArticles,
    searchArticles,
    createArticle,
    updateArticle,
    publishArticle,
    findContacts,
    createContact,
    inviteContact,
    getPortalSettings,
  ],
  capabilities: [
    live('multichannel_helpdesk', {
      label: { en: 'Multichannel helpdesk', fr: 'Helpdesk multicanal' },
      requiredApi: 'Freshdesk REST API v2: tickets, conversations',
      actions: [listTickets, getTicket, listMessages, createTicket, replyToTicket, sendOutboundEmail, listMailboxes],
      note: {
        en: 'Tickets of every channel are read and created; answers go out by e-mail. The web chat is answered in Freshdesk.',
        fr: 'Les tickets de tous les canaux se lisent et se créent ; les réponses partent par e-mail. Le chat web se traite dans Freshdesk.',
      },
    }),
    live('tickets_and_sla', {
      label: { en: 'Tickets and SLA', fr: 'Tickets et SLA' },
      requiredApi: 'Freshdesk REST API v2: tickets, SLA policies (administrator), satisfaction ratings',
      actions: [
        listTickets,
        searchTickets,
        listOverdueTickets,
        updateTicket,
        addNote,
        listAgents,
        listSlaPolicies,
        getSatisfactionRatings,
      ],
    }),
    live('knowledge_base', {
      label: { en: 'Knowledge base', fr: 'Base de connaissances' },
      requiredApi: 'Freshdesk REST API v2: solutions',
      actions: [listArticleFolders, listArticles, searchArticles, createArticle, updateArticle, publishArticle],
    }),
    live('customer_portal', {
      label: { en: 'Customer portal', fr: 'Portail client' },
      requiredApi: 'Freshdesk REST API v2: contacts, solutions, helpdesk settings',
      actions: [findContacts, createContact, inviteContact, getPortalSettings, publishArticle],
      note: {
        en: 'The portal’s users and articles are managed here. Freshdesk has no API for its theme, pages and widgets: these are set in its own administration.',
        fr: 'Les utilisateurs et articles du portail se gèrent ici. Freshdesk n’a pas d’API pour son thème, ses pages et ses widgets : ils se règlent dans son administration.',
      },
    }),
  ],
};
