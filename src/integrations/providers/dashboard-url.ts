import type { VapiProvider } from './vapi-catalogue.schema.js';

const integrationsPage = 'https://dashboard.vapi.ai/settings/integrations';

/**
 * Where to connect a provider. The page of integrations has no address for each, so the link names the words to scroll to,
 * as Vapi's own changelog does: https://docs.vapi.ai/changelog/2025-03-20. A browser that does not find them shows the page.
 */
export function toDashboardUrl({ dashboardUrl, lifecycle, name }: VapiProvider): string {
  if (dashboardUrl !== undefined) return dashboardUrl;
  return lifecycle === 'AVAILABLE' ? `${integrationsPage}#:~:text=${toTextDirective(name)}` : integrationsPage;
}

/** A dash and a comma mean something in a directive: https://wicg.github.io/scroll-to-text-fragment/ */
function toTextDirective(words: string): string {
  return encodeURIComponent(words).replaceAll('-', '%2D');
}
