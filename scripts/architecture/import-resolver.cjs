const { existsSync } = require('node:fs');
const { isBuiltin } = require('node:module');
const { dirname, resolve } = require('node:path');

/** For eslint-plugin-boundaries: sources import `./x.js`, which is built from `./x.ts`. */
module.exports = {
  interfaceVersion: 2,
  resolve(source, file) {
    if (isBuiltin(source)) return { found: true, path: null };
    if (!source.startsWith('.')) return { found: false };
    const path = resolve(dirname(file), source);
    const found = [path.replace(/\.js$/, '.ts'), path].find((candidate) => existsSync(candidate));
    return found === undefined ? { found: false } : { found: true, path: found };
  },
};
