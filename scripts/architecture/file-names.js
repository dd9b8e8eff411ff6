import { basename } from 'node:path';

const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;

/** An ESLint plugin of one rule: files are named in kebab-case, their role as a suffix: `start-call.input.ts`. */
export const fileNames = {
  rules: {
    'kebab-case': {
      create: (context) => ({
        Program(node) {
          const name = basename(context.filename);
          if (!kebabCase.test(name)) context.report({ node, message: `Name this file in kebab-case, not ${name}.` });
        },
      }),
    },
  },
};
