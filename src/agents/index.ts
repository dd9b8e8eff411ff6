export { agentKeys, type AgentKey } from './agent-keys.js';
export { AgentsApiModule } from './agents.api.module.js';
export { AgentNotFound } from './agents.errors.js';
export { AgentsModule } from './agents.module.js';
export { AgentsService, type Agent } from './agents.service.js';
export { AgentType, toAgentType } from './graphql/agent.type.js';
