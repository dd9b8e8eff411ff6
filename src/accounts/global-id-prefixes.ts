/** How the ids of this module start outside (`user_<uuid>`). */
export const userPrefix = 'user';
export const workspacePrefix = 'workspace';
export const apiKeyPrefix = 'apikey';
export const auditPrefix = 'audit';
export const invitationPrefix = 'invitation';
