import { live } from '../../core/capability.js';
import type { AgentShare } from '../../core/connector.js';
import { addNote } from './actions/add-note.action.js';
import { applyMacro } from './actions/apply-macro.action.js';
import { createArticle } from './actions/create-article.action.js';
import { createAutoReply } from './actions/create-auto-reply.action.js';
import { createTicket } from './actions/create-ticket.action.js';
import { findUsers } from './actions/find-users.action.js';
import { getSatisfactionReport } from './actions/get-satisfaction-report.action.js';
import { getTicket } from './actions/get-ticket.action.js';
import { listArticlePlaces } from './actions/list-article-places.action.js';
import { listComments } from './actions/list-comments.action.js';
import { listGroups } from './actions/list-groups.action.js';
import { listMacros } from './actions/list-macros.action.js';
import { listSatisfactionRatings } from './actions/list-satisfaction-ratings.action.js';
import { listSurveyResponses } from './actions/list-survey-responses.action.js';
import { listTriggers } from './actions/list-triggers.action.js';
import { previewMacro } from './actions/preview-macro.action.js';
import { publishArticle } from './actions/publish-article.action.js';
import { replyToTicket } from './actions/reply-to-ticket.action.js';
import { searchArticles } from './actions/search-articles.action.js';
import { searchTickets } from './actions/search-tickets.action.js';
import { setTriggerActive } from './actions/set-trigger-active.action.js';
import { updateArticle } from './actions/update-article.action.js';
import { updateTicket } from './actions/update-ticket.action.js';

/** What the support specialist does with Zendesk. */
export const cassieShare: AgentShare = {
  actions: [
    searchTickets,
    getTicket,
    listComments,
    createTicket,
    updateTicket,
    replyToTicket,
    addNote,
    listGroups,
    findUsers,
    searchArticles,
    listArticlePlaces,
    createArticle,
    updateArticle,
    publishArticle,
    listMacros,
    previewMacro,
    applyMacro,
    listTriggers,
    createAutoReply,
    setTriggerActive,
    getSatisfactionReport,
    listSatisfactionRatings,
    listSurveyResponses,
  ],
  capabilities: [
    live('tickets', {
      label: { en: 'Tickets', fr: 'Tickets' },
      requiredApi: 'Zendesk Support API: tickets, search, users, groups',
      actions: [
        searchTickets,
        getTicket,
        listComments,
        createTicket,
        updateTicket,
        replyToTicket,
        addNote,
        listGroups,
        findUsers,
      ],
    }),
    live('knowledge_base', {
      label: { en: 'Knowledge base', fr: 'Base de connaissances' },
      requiredApi: 'Zendesk Help Center API (a Guide that is switched on)',
      actions: [searchArticles, listArticlePlaces, createArticle, updateArticle, publishArticle],
    }),
    live('macros_and_automatic_replies', {
      label: { en: 'Macros and automatic replies', fr: 'Macros et réponses automatiques' },
      requiredApi: 'Zendesk Support API: macros; triggers (administrator)',
      actions: [listMacros, previewMacro, applyMacro, listTriggers, createAutoReply, setTriggerActive],
      note: {
        en: 'An automatic reply is prepared switched off; switching it on is a step of its own.',
        fr: 'Une réponse automatique est préparée désactivée ; l’activer est une étape à part.',
      },
    }),
    live('satisfaction_reports', {
      label: { en: 'Satisfaction reports', fr: 'Rapports de satisfaction' },
      requiredApi:
        'Zendesk Support API: search, satisfaction ratings; CSAT surveys (administrator, Professional or Growth and above)',
      actions: [getSatisfactionReport, listSatisfactionRatings, listSurveyResponses],
      note: {
        en: 'An account has either the old good-or-bad ratings or the newer surveys. The report counts the old ratings; that it counts survey answers too is not confirmed, so these are listed one by one.',
        fr: 'Un compte a soit les anciennes évaluations bonnes ou mauvaises, soit les nouvelles enquêtes. Le rapport compte les anciennes évaluations ; qu’il compte aussi les réponses aux enquêtes n’est pas confirmé, celles-ci sont donc listées une à une.',
      },
    }),
  ],
};
