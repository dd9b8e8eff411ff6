import { sha256 } from '../../kernel/crypto/index.js';
import { inLocale, type Locale, type LocalizedText } from '../../kernel/errors/index.js';

/** A page with one form, whose fields go to GraphQL. All of it is in the file: no request leaves the origin. */
export interface FormPage {
  title: LocalizedText;
  fields: readonly FormField[];
  /** What each button sends as `action`. */
  buttons: readonly { action: string; label: LocalizedText }[];
  done: LocalizedText;
  /** The body of `async function run(fields, action, token)`, which may call `ask(query, variables, accessToken)`. */
  run: string;
}

export interface FormField {
  name: string;
  type: 'email' | 'password' | 'text';
  label: LocalizedText;
  autocomplete: string;
  optional?: boolean;
}

export interface RenderedPage {
  html: string;
  /** Lets the page's own script and style run, and nothing else. */
  contentSecurityPolicy: string;
}

export function renderPage(page: FormPage, locale: Locale): RenderedPage {
  const script = scriptOf(page.run);
  const html = `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${inLocale(page.title, locale)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${inLocale(page.title, locale)}</h1>
<form data-done="${inLocale(page.done, locale)}">
${page.fields.map((field) => fieldOf(field, locale)).join('\n')}
${page.buttons.map(({ action, label }) => `<button name="action" value="${action}">${inLocale(label, locale)}</button>`).join('\n')}
</form>
<output role="status"></output>
</main>
<script>${script}</script>
</body>
</html>
`;
  const sources = [`script-src '${hashOf(script)}'`, `style-src '${hashOf(style)}'`, `connect-src 'self'`];
  return {
    html,
    contentSecurityPolicy: ["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", ...sources].join('; '),
  };
}

function fieldOf({ name, type, label, autocomplete, optional }: FormField, locale: Locale): string {
  const attributes = `name="${name}" type="${type}" autocomplete="${autocomplete}"${optional ? '' : ' required'}`;
  return `<label>${inLocale(label, locale)}<input ${attributes}></label>`;
}

function hashOf(source: string): string {
  return `sha256-${sha256(source).toString('base64')}`;
}

const style = `
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; color: #1b1b1b; background: #f6f6f4 }
main { max-width: 26rem; margin: 12vh auto; padding: 2rem; background: #fff; border-radius: .75rem }
h1 { font-size: 1.25rem; margin: 0 0 1.5rem }
label { display: block; margin: 0 0 1rem }
input { display: block; width: 100%; box-sizing: border-box; margin-top: .25rem; padding: .6rem; font: inherit }
button { padding: .6rem 1rem; margin: 0 .5rem .5rem 0; font: inherit }
output { display: block; margin-top: 1rem }
`;

function scriptOf(run: string): string {
  return `
const form = document.querySelector('form');
const output = document.querySelector('output');
const token = new URLSearchParams(location.hash.slice(1)).get('token') ?? '';
async function ask(query, variables, accessToken) {
  const headers = { 'content-type': 'application/json', 'accept-language': document.documentElement.lang };
  if (accessToken) headers.authorization = 'Bearer ' + accessToken;
  const reply = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  const { data, errors } = await reply.json();
  if (errors) throw new Error((errors[0].extensions.fields ?? [errors[0]]).map(({ message }) => message).join(' '));
  return data;
}
async function run(fields, action, token) {${run}}
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  try {
    await run(Object.fromEntries(new FormData(form)), event.submitter?.value, token);
    form.hidden = true;
    output.textContent = form.dataset.done;
  } catch (error) {
    output.textContent = error.message;
  }
});
`;
}
