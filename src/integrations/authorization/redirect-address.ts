import { runtimeConfig, type Config } from '../../kernel/config/index.js';

/** Where vendors send the browser of a person who signed in: to be entered with the application that is registered there. */
export function redirectAddress(config: Config): string {
  const { publicUrl, port } = config.get(runtimeConfig);
  return `${publicUrl ?? `http://localhost:${port}`}/api/integrations/oauth/callback`;
}
