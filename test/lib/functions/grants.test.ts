import { describe, expect, it } from 'vitest';
import { DeployedApp } from '../deployed-app.ts';
import { functionFolders, functionsOf, type DeployedFunction } from '../deployed-functions.ts';
import { grantsOfRole, grantTable, type RoleGrant } from '../role-grants.ts';
import { expectedGrants } from './expected-grants.ts';

const app = new DeployedApp();
const functions = functionsOf(app);

/** X-Ray's write actions know no resources. */
const isTracing = ({ action, resource }: RoleGrant) => resource === '*' && action.startsWith('xray:');
const isOwnLog = ({ action, resource }: RoleGrant, { logGroup }: DeployedFunction) =>
  resource === logGroup && action.startsWith('logs:');

describe('the roles of the functions', () => {
  it('stand in the table of agreed grants, each of them', () => {
    expect(Object.keys(expectedGrants).sort()).toEqual(functionFolders);
  });

  it.each(functions)('$folder may do what the table says and nothing wider', (made) => {
    const grants = grantsOfRole(app, made.role);
    const beyondBasics = grants.filter((grant) => !isTracing(grant) && !isOwnLog(grant, made));
    expect(grantTable(beyondBasics)).toEqual(expectedGrants[made.folder]);
  });

  it.each(functions)('$folder may write to its own log group and send traces', (made) => {
    const grants = grantsOfRole(app, made.role);
    const basics = grants.filter((grant) => isTracing(grant) || isOwnLog(grant, made));
    expect(grantTable(basics)).toEqual({
      '*': 'xray: PutTelemetryRecords PutTraceSegments',
      [made.logGroup]: 'logs: CreateLogStream PutLogEvents',
    });
  });
});

describe('a wildcard', () => {
  const logDelivery =
    'logs: CreateLogDelivery DeleteLogDelivery DescribeLogGroups DescribeResourcePolicies GetLogDelivery ' +
    'ListLogDeliveries PutResourcePolicy UpdateLogDelivery';
  const stateMachines =
    `${logDelivery}; ` + 'xray: GetSamplingRules GetSamplingTargets PutTelemetryRecords PutTraceSegments';
  const withoutResources = ['xray: PutTelemetryRecords PutTraceSegments', stateMachines];

  it('stands for all resources only where the actions know none: traces and log delivery', () => {
    const roles = app.ofType('AWS::IAM::Role').map(({ name }) => name);
    const wide = roles.flatMap((role) => {
      const actions = grantTable(grantsOfRole(app, role))['*'];
      return actions === undefined || withoutResources.includes(actions) ? [] : [{ role, actions }];
    });
    expect(roles.length).toBeGreaterThan(functions.length);
    expect(wide).toEqual([]);
  });

  it('never stands for actions', () => {
    const roles = app.ofType('AWS::IAM::Role').map(({ name }) => name);
    const wide = roles.flatMap((role) =>
      grantsOfRole(app, role).filter(({ action }) => action.includes('*')),
    );
    expect(wide).toEqual([]);
  });

  it('ends the name of a bucket, a folder of one or the executions of one machine, and of nothing else', () => {
    const roles = app.ofType('AWS::IAM::Role').map(({ name }) => name);
    const partial = roles
      .flatMap((role) => grantsOfRole(app, role))
      .filter(({ resource }) => resource !== '*' && resource.includes('*'))
      .map(({ resource }) => resource);
    const buckets = app.ofType('AWS::S3::Bucket').map(({ name }) => `${name}/*`);
    // What the functions of a re-screening write and read, each in its own folders.
    const folders = [
      ...['BucketsLists/entries/*', 'BucketsLists/indexes/*', 'BucketsReports/rescreening/*'],
      ...['OwnerBookBucket/book/*', 'OwnerBookBucket/results/*'],
    ];
    // What the Distributed Map of one machine reads, writes, watches and redrives.
    const executions = 'arn:AWS::Partition:states:AWS::Region:AWS::AccountId:execution';
    const ofMap = [
      ...['OwnerBookBucket/runs/*', 'OwnerBookBucket/map-runs/*'],
      `${executions}:RescreeningRescreenOwnersStateMachine.Name:*`,
      `${executions}:RescreeningRescreenOwnersStateMachine.Name/RescreenShards:*`,
    ];
    expect(partial.filter((resource) => ![...buckets, ...folders, ...ofMap].includes(resource))).toEqual([]);
    expect(partial).not.toEqual([]);
  });
});
