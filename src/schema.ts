import 'reflect-metadata';
import { AppModule } from './app.module.js';
import { writeSchema } from './kernel/graphql/index.js';

/** `npm run schema`: writes `schema.graphql` from the classes; nothing is connected to. */
await writeSchema(AppModule, 'schema.graphql');
