/** Objects that may be read besides the org's own ones, whose names end in `__c`. */
const readable = new Set([
  ...['Account', 'Contact', 'Lead', 'Opportunity', 'Campaign', 'Case', 'Task', 'Event', 'Contract', 'Order', 'Quote'],
  ...['AccountContactRelation', 'CampaignMember', 'OpportunityContactRole', 'OpportunityFieldHistory'],
  ...['OpportunityHistory', 'OpportunityLineItem', 'OpportunityStage', 'OrderItem', 'QuoteLineItem'],
  ...['Product2', 'Pricebook2', 'PricebookEntry', 'EmailMessage', 'RecordType', 'Report', 'Dashboard'],
  ...['ForecastingItem', 'ForecastingQuota', 'Period', 'User', 'UserRole', 'Organization'],
]);
const ownObject = /^[A-Za-z]\w*__c$/;

/** A text as a SOQL value: https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_quotedstringescapes.htm */
export function quoted(text: string): string {
  const escaped = text.replace(/[\\']/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r').replace(/\t/g, '\\t');
  return `'${escaped}'`;
}

/** `LIKE` with the text anywhere; its own wildcards count as plain characters. */
export function containing(text: string): string {
  const [, inner = ''] = /^'(.*)'$/s.exec(quoted(text)) ?? [];
  return `'%${inner.replace(/[%_]/g, '\\$&')}%'`;
}

/** Conditions joined by AND; empty ones are left out. */
export function where(conditions: readonly (string | undefined)[]): string {
  const given = conditions.filter((condition) => condition);
  return given.length === 0 ? '' : ` WHERE ${given.join(' AND ')}`;
}

/** What forbids a query that came from outside, in English and French; null where nothing does. */
export function faultOfSoql(soql: string, maxRows: number): string | null {
  const outer = outerPart(soql);
  if (!/^\s*SELECT\s/i.test(soql)) {
    return 'Only queries that begin with SELECT are run. | Seules les requêtes qui commencent par SELECT sont exécutées.';
  }
  if (/\bFOR\s+(VIEW|REFERENCE|UPDATE)\b|\bUPDATE\s+(TRACKING|VIEWSTAT)\b/i.test(outer)) {
    return 'Leave out FOR and UPDATE: they change data. | Retirez FOR et UPDATE : ils modifient des données.';
  }
  const object = objectIn(outer);
  if (!readable.has(object) && !ownObject.test(object)) {
    return `The object "${object}" cannot be queried here. | L’objet « ${object} » ne peut pas être interrogé ici.`;
  }
  const limit = limitIn(outer);
  if (limit === undefined || limit <= maxRows) return null;
  return `LIMIT must be at most ${maxRows}. | LIMIT doit être au plus ${maxRows}.`;
}

/** The query with a LIMIT where it has none and may have one. */
export function limited(soql: string, maxRows: number): string {
  const outer = outerPart(soql);
  if (limitIn(outer) !== undefined || hasOneRow(outer)) return soql.trim();
  const offset = /\sOFFSET\s+\d+\s*$/i.exec(outer)?.index ?? soql.trimEnd().length;
  return `${soql.slice(0, offset).trim()} LIMIT ${maxRows}${soql.slice(offset).trimEnd()}`;
}

function objectIn(outer: string): string {
  return /\sFROM\s+(\w+)/i.exec(outer)?.[1] ?? '';
}

/** Totals without groups refuse a LIMIT, and COUNT() would stop counting at it. */
function hasOneRow(outer: string): boolean {
  const [selected = ''] = outer.split(/\sFROM\s/i);
  return /\b(COUNT|COUNT_DISTINCT|SUM|AVG|MIN|MAX)\s/i.test(selected) && !/\sGROUP\s+BY\s/i.test(outer);
}

function limitIn(outer: string): number | undefined {
  const [, limit] = /\sLIMIT\s+(\d+)\b/i.exec(outer) ?? [];
  return limit === undefined ? undefined : Number(limit);
}

/** The query with its texts and its subqueries blanked, each character in its place. */
function outerPart(soql: string): string {
  const blank = (part: string) => ' '.repeat(part.length);
  let outer = soql.replace(/'(\\.|[^'\\])*'/gs, blank);
  for (let before = ''; before !== outer;) {
    before = outer;
    outer = outer.replace(/\([^()]*\)/g, blank);
  }
  return outer;
}
