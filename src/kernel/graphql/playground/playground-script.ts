/**
 * The page's own script. It talks to this server only: queries by fetch, subscriptions by the protocol
 * graphql-transport-ws, and remembers the access token of a sign-in for as long as the page is open.
 */
export const playgroundScript = `'use strict';
(() => {
  const root = document.querySelector('#root');
  const settings = JSON.parse(root.dataset.settings);
  const workers = { editorWorkerService: 'editor', json: 'json', graphql: 'graphql' };
  self.MonacoEnvironment = {
    globalAPI: false,
    getWorkerUrl: (_module, label) => settings.assets + '/' + workers[label] + '.worker.js',
  };

  let signedIn;
  const headersOf = (options) => {
    const own = {};
    for (const [name, value] of Object.entries((options && options.headers) || {})) own[name.toLowerCase()] = value;
    if (signedIn && !own.authorization) own.authorization = signedIn;
    return own;
  };
  const remember = (result) => {
    for (const value of Object.values((result && result.data) || {})) {
      if (value && typeof value.accessToken === 'string') signedIn = 'Bearer ' + value.accessToken;
    }
    return result;
  };
  const isSubscription = ({ query, operationName }) => {
    const operations = query.replace(/#.*/g, '').match(/\\b(query|mutation|subscription)\\s+\\w+|^\\s*subscription\\b/gm) || [];
    const named = operations.find((operation) => operation.trim().endsWith(' ' + operationName));
    return (named || operations[0] || '').trim().startsWith('subscription');
  };

  const post = async (operation, headers) => {
    const response = await fetch(settings.path, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { ...headers, accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify(operation),
    });
    return remember(await response.json());
  };

  async function* listen(operation, headers) {
    const socket = new WebSocket(location.origin.replace(/^http/, 'ws') + settings.path, 'graphql-transport-ws');
    const arrived = [];
    let wake;
    const push = (item) => { arrived.push(item); if (wake) wake(); };
    const send = (message) => socket.send(JSON.stringify(message));
    socket.onopen = () => send({
      type: 'connection_init',
      payload: { authorization: headers.authorization, csrfToken: headers['x-csrf-token'] },
    });
    socket.onclose = ({ code, reason }) => push({ error: new Error('The connection was closed: ' + code + ' ' + reason) });
    socket.onmessage = ({ data }) => {
      const message = JSON.parse(data);
      if (message.type === 'connection_ack') send({ id: '1', type: 'subscribe', payload: operation });
      else if (message.type === 'ping') send({ type: 'pong' });
      else if (message.type === 'next') push({ value: message.payload });
      else if (message.type === 'error') push({ value: { errors: message.payload }, last: true });
      else if (message.type === 'complete') push({ last: true });
    };
    try {
      for (;;) {
        while (arrived.length === 0) await new Promise((resolve) => { wake = resolve; });
        const { value, error, last } = arrived.shift();
        if (error) throw error;
        if (value) yield value;
        if (last) return;
      }
    } finally {
      socket.onclose = null;
      socket.close();
    }
  }

  const fetcher = (operation, options) =>
    isSubscription(operation) ? listen(operation, headersOf(options)) : post(operation, headersOf(options));

  YogaGraphiQL.renderYogaGraphiQL(root, {
    fetcher,
    title: settings.title,
    logo: '',
    defaultTabs: settings.tabs,
    shouldPersistHeaders: false,
    schemaDescription: false,
    inputValueDeprecation: true,
  });
})();
`;
