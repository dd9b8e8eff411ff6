/** The parts of Grammarly's API that an administrator ticks for a credential: https://developer.grammarly.com/oauth-credentials.html */
export const allApis = 'scores, plagiarism, ai-detection, analytics';

export const apisPattern =
  /^(scores|plagiarism|ai-detection|analytics)(\s*,\s*(scores|plagiarism|ai-detection|analytics))*$/;

export function apisIn(text: string): string[] {
  return text.split(',').map((api) => api.trim());
}

export function scopesOf(apis: readonly string[]): string[] {
  return apis.flatMap((api) =>
    api === 'analytics' ? ['analytics-api:read'] : [`${api}-api:read`, `${api}-api:write`],
  );
}
