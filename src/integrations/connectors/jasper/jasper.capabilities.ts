import { live, notOffered } from '../../core/capability.js';
import type { AgentShare } from '../../core/connector.js';
import { addKnowledge } from './actions/add-knowledge.action.js';
import { createBrandVoice } from './actions/create-brand-voice.action.js';
import { generateCopy } from './actions/generate-copy.action.js';
import { getUsage } from './actions/get-usage.action.js';
import { listAgentTasks } from './actions/list-agent-tasks.action.js';
import { listAudiences } from './actions/list-audiences.action.js';
import { listBrandVoices } from './actions/list-brand-voices.action.js';
import { listStyleGuides } from './actions/list-style-guides.action.js';
import { listTemplates } from './actions/list-templates.action.js';
import { listUsers } from './actions/list-users.action.js';
import { runAgentTask } from './actions/run-agent-task.action.js';
import { runTemplate } from './actions/run-template.action.js';
import { saveDocument } from './actions/save-document.action.js';
import { searchKnowledge } from './actions/search-knowledge.action.js';

/** What the copywriter does with Jasper. */
export const pennShare: AgentShare = {
  actions: [
    generateCopy,
    listTemplates,
    runTemplate,
    listAgentTasks,
    runAgentTask,
    listBrandVoices,
    createBrandVoice,
    listStyleGuides,
    listAudiences,
    searchKnowledge,
    addKnowledge,
    listUsers,
    saveDocument,
    getUsage,
  ],
  capabilities: [
    live('copywriting', {
      label: { en: 'Copywriting', fr: 'Copywriting' },
      requiredApi: 'Jasper API: commands, agents, documents; Business plan',
      actions: [generateCopy, listAgentTasks, runAgentTask, listUsers, saveDocument, getUsage],
    }),
    live('marketing_templates', {
      label: { en: 'Marketing templates', fr: 'Modèles marketing' },
      requiredApi: 'Jasper API: templates; Business plan',
      actions: [listTemplates, runTemplate],
    }),
    live('brand_voice', {
      label: { en: 'Brand voice', fr: 'Voix de marque' },
      requiredApi: 'Jasper API: voices, style guides, audiences, knowledge; Business plan',
      actions: [
        listBrandVoices,
        createBrandVoice,
        listStyleGuides,
        listAudiences,
        searchKnowledge,
        addKnowledge,
        generateCopy,
      ],
    }),
    notOffered('seo', {
      label: { en: 'SEO', fr: 'SEO' },
      requiredApi: 'None: Jasper’s REST API has no keywords, no scores and no reports for search',
      note: {
        en: 'The API has no SEO function. What comes nearest: one of Jasper’s agents for search-minded texts (list_agent_tasks with "SEO", then run_agent_task), with keywords and figures from the SEO connectors.',
        fr: 'L’API n’a pas de fonction SEO. Le plus proche : un agent de Jasper pour des textes pensés pour le référencement (list_agent_tasks avec « SEO », puis run_agent_task), avec les mots-clés et chiffres des connecteurs SEO.',
      },
      evidenceUrl: 'https://developers.jasper.ai/llms.txt',
      actions: [listAgentTasks, runAgentTask, generateCopy],
    }),
  ],
};
