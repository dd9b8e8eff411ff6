import { containing, faultOfSoql, limited, quoted } from './soql.js';

describe('SOQL', () => {
  it('keeps a text a text, whatever stands in it', () => {
    expect(quoted("L'été \\ 'x' \n")).toBe("'L\\'été \\\\ \\'x\\' \\n'");
    expect(containing("100% d'_")).toBe("'%100\\% d\\'\\_%'");
  });

  it.each([
    ['DELETE FROM Lead', /SELECT/],
    ['SELECT Id FROM Lead FOR UPDATE', /FOR/],
    ['SELECT Id FROM Lead FOR VIEW', /FOR/],
    ['SELECT Id FROM SetupAuditTrail', /SetupAuditTrail/],
    ['SELECT Id, (SELECT Id FROM Lead) FROM LoginHistory', /LoginHistory/],
    ["SELECT Id FROM AuthSession WHERE Name = ' FROM Lead '", /AuthSession/],
    ['SELECT Id FROM Lead LIMIT 2001', /2000/],
    ['SELECT Id', /""/],
  ])('refuses %s', (soql, why) => {
    expect(faultOfSoql(soql, 2_000)).toMatch(why);
  });

  it.each([
    'SELECT Id FROM Lead',
    "select Id from Devis__c where Name = 'for update limit 9999'",
    'SELECT Id, (SELECT Id FROM Contacts LIMIT 5000) FROM Account LIMIT 10',
  ])('takes %s', (soql) => {
    expect(faultOfSoql(soql, 2_000)).toBeNull();
  });

  it.each([
    ['SELECT Id FROM Lead', 'SELECT Id FROM Lead LIMIT 9'],
    ['SELECT Id FROM Lead ORDER BY Name OFFSET 20 ', 'SELECT Id FROM Lead ORDER BY Name LIMIT 9 OFFSET 20'],
    ['SELECT Id FROM Lead LIMIT 3', 'SELECT Id FROM Lead LIMIT 3'],
    ["SELECT Id FROM Lead WHERE Name = ' LIMIT 3'", "SELECT Id FROM Lead WHERE Name = ' LIMIT 3' LIMIT 9"],
    ['SELECT COUNT() FROM Lead', 'SELECT COUNT() FROM Lead'],
    ['SELECT SUM(Amount) FROM Opportunity', 'SELECT SUM(Amount) FROM Opportunity'],
    [
      'SELECT StageName, COUNT(Id) FROM Opportunity GROUP BY StageName',
      'SELECT StageName, COUNT(Id) FROM Opportunity GROUP BY StageName LIMIT 9',
    ],
  ])('bounds %s', (soql, bounded) => {
    expect(limited(soql, 9)).toBe(bounded);
  });
});
