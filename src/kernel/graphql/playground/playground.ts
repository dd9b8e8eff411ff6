import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { HttpFault } from '../../web/index.js';
import { exampleOperations } from './example-operations.js';
import { PlaygroundAssets } from './playground-assets.js';
import { playgroundScript } from './playground-script.js';

/**
 * Everything from this server, nothing inline but styles: the editor writes those itself. Pictures of answers are not
 * fetched from elsewhere either.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const title = 'Agent Builder';

/** GraphiQL, served whole by this server: the page works without the internet. */
export class Playground {
  readonly #assets = new PlaygroundAssets();
  readonly #base: string;
  readonly #page: string;

  constructor(path: string) {
    // The version is part of the address, so that browsers may keep the files for good.
    this.#base = `${path}/playground/${bundleVersion()}`;
    this.#page = pageOf(path, this.#base);
  }

  register(fastify: FastifyInstance): void {
    fastify.get<{ Params: { file: string } }>(
      `${this.#base}/:file`,
      { config: { withoutContext: true } },
      (request, reply) => this.#sendFile(request, reply),
    );
  }

  sendPage(reply: FastifyReply): FastifyReply {
    return reply
      .header('content-security-policy', contentSecurityPolicy)
      .type('text/html; charset=utf-8')
      .send(this.#page);
  }

  async #sendFile(request: FastifyRequest<{ Params: { file: string } }>, reply: FastifyReply): Promise<FastifyReply> {
    const { file } = request.params;
    void reply.header('cache-control', 'public, max-age=31536000, immutable').header('vary', 'accept-encoding');
    if (file === 'start.js') return reply.type('text/javascript; charset=utf-8').send(playgroundScript);
    const asset = await this.#assets.find(file);
    if (!asset) throw noSuchFile();
    void reply.type(asset.type);
    if (!request.headers['accept-encoding']?.includes('gzip')) return reply.send(gunzipSync(asset.gzip));
    return reply.header('content-encoding', 'gzip').send(Buffer.from(asset.gzip));
  }
}

function pageOf(path: string, base: string): string {
  const tabs = exampleOperations.map(({ query, variables }) => ({
    query,
    ...(variables && { variables: JSON.stringify(variables, null, 2) }),
  }));
  const settings = JSON.stringify({ path, assets: base, title, tabs });
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>${title}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="${base}/graphiql.css">
    <style>html, body, #root { height: 100%; margin: 0 }</style>
  </head>
  <body class="no-focus-outline">
    <noscript>This page needs JavaScript. The API itself does not: send POST requests to this address.</noscript>
    <div id="root" data-settings="${escapeAttribute(settings)}"></div>
    <script src="${base}/graphiql.js"></script>
    <script src="${base}/start.js"></script>
  </body>
</html>
`;
}

function escapeAttribute(text: string): string {
  return text.replace(/[&"<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function bundleVersion(): string {
  const file = createRequire(import.meta.url).resolve('@graphql-yoga/render-graphiql/package.json');
  return /"version": *"([^"]+)"/.exec(readFileSync(file, 'utf8'))?.[1] ?? 'unknown';
}

function noSuchFile(): HttpFault {
  const message = { en: 'The playground has no such file.', fr: 'La console n’a pas ce fichier.' };
  return new HttpFault(404, 'not_found', { reason: 'NO_SUCH_FILE', message });
}
