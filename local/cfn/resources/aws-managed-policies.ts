import type { PolicyDocument } from '../../iam/policy-document.ts';

function allow(actions: string[]): PolicyDocument {
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] };
}

const logs = ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'];
const tracing = [
  'xray:PutTraceSegments',
  'xray:PutTelemetryRecords',
  'xray:GetSamplingRules',
  'xray:GetSamplingTargets',
  'xray:GetSamplingStatisticSummaries',
];

/** Policies that AWS keeps and templates refer to, as of AWS's managed policy reference. */
const documents: Readonly<Record<string, PolicyDocument>> = {
  'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole': allow(logs),
  'arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess': allow(tracing),
  'arn:aws:iam::aws:policy/AWSXrayWriteOnlyAccess': allow(tracing),
};

/** @throws Error for a managed policy whose document is not kept here */
export function awsManagedPolicy(arn: string): PolicyDocument {
  const document = documents[arn];
  if (!document) throw new Error(`the managed policy ${arn} is not modelled; use an inline policy`);
  return { ...document, Id: arn.slice(arn.lastIndexOf('/') + 1) };
}
