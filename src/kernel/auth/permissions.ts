/** Everything that an operation can ask of whoever calls it; an API key holds a subset. */
export const permissions = [
  'workspace:read',
  'workspace:manage',
  'members:manage',
  'keys:manage',
  'audit:read',
  'contacts:read',
  'contacts:write',
  'contacts:erase',
  'assistants:read',
  'assistants:write',
  'calls:read',
  'calls:write',
  'calendar:read',
  'calendar:write',
  'lines:read',
  'lines:write',
  'webhooks:read',
  'webhooks:manage',
  'agents:read',
  'agents:write',
  'integrations:read',
  'integrations:manage',
] as const;
export type Permission = (typeof permissions)[number];

export type WorkspaceRole = 'OWNER' | 'MEMBER' | 'VIEWER';

const memberPermissions: readonly Permission[] = [
  'workspace:read',
  'contacts:read',
  'contacts:write',
  'assistants:read',
  'assistants:write',
  'calls:read',
  'calls:write',
  'calendar:read',
  'calendar:write',
  'lines:read',
  'lines:write',
  'agents:read',
  'agents:write',
  'integrations:read',
  'integrations:manage',
];
const viewerPermissions: readonly Permission[] = [
  'workspace:read',
  'contacts:read',
  'assistants:read',
  'calls:read',
  'calendar:read',
  'lines:read',
  'agents:read',
  'integrations:read',
];

export const permissionsOfRole: Readonly<Record<WorkspaceRole, readonly Permission[]>> = {
  OWNER: permissions,
  MEMBER: memberPermissions,
  VIEWER: viewerPermissions,
};

export function isPermission(value: string): value is Permission {
  return permissions.some((permission) => permission === value);
}
