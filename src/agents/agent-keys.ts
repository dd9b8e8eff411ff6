/** The seven specialists, in the order in which they are shown. */
export const agentKeys = ['soshie', 'cassie', 'seomi', 'dexter', 'buddy', 'emmie', 'penn'] as const;
export type AgentKey = (typeof agentKeys)[number];
