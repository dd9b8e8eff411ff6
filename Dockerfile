# Two stages: what builds stays behind. The image holds no database; give it DATABASE_URL.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund --omit=optional
# SWC's and argon2's binaries are optional packages of theirs; the embedded PostgreSQL is left out on purpose.
RUN npm install --no-save --no-audit --no-fund $(node -p "const arch=process.arch; ['@swc/core-linux-'+arch+'-gnu','@node-rs/argon2-linux-'+arch+'-gnu'].map((name)=>name+'@'+require('./package-lock.json').packages['node_modules/'+name].version).join(' ')")
COPY . .
RUN npm run build && npm prune --omit=dev --omit=optional --no-audit --no-fund \
  && npm install --no-save --omit=dev --no-audit --no-fund $(node -p "const name='@node-rs/argon2-linux-'+process.arch+'-gnu'; name+'@'+require('./package-lock.json').packages['node_modules/'+name].version")

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 WORKER=off
WORKDIR /app
COPY --from=build --chown=root:root /app/package.json ./
COPY --from=build --chown=root:root /app/node_modules ./node_modules
COPY --from=build --chown=root:root /app/dist ./dist
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD node -e "fetch('http://127.0.0.1:'+(process.env.PORT||3000)+'/health/ready').then((r)=>process.exit(r.ok?0:1),()=>process.exit(1))"
CMD ["node", "--enable-source-maps", "dist/src/main.js"]
