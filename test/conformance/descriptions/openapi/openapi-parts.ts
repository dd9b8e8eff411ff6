import { type ApiDocument, isJson } from '../schemas/api-document.js';
import { SchemaChecker } from '../schemas/schema-checker.js';
import { SchemaSampler } from '../schemas/schema-sampler.js';
import { WireFields } from '../schemas/wire-fields.js';
import { Credentials } from './credentials.js';
import { RequestBodies } from './request-body.js';

/** What all operations of one description share. */
export class OpenapiParts {
  readonly requests: SchemaChecker;
  readonly replies: SchemaChecker;
  readonly sampler: SchemaSampler;
  readonly fields: WireFields;
  readonly bodies: RequestBodies;
  readonly credentials: Credentials;

  constructor(readonly document: ApiDocument) {
    this.requests = new SchemaChecker(document, 'request');
    this.replies = new SchemaChecker(document, 'reply');
    this.sampler = new SchemaSampler(document);
    this.fields = new WireFields(document, this.requests);
    this.bodies = new RequestBodies(document, this.requests);
    const { components } = document.root;
    this.credentials = new Credentials(isJson(components) ? components.securitySchemes : undefined);
  }
}
