/**
 * Types the embedded AWS does without, on purpose: none of them changes what the pipeline decides or stores. A
 * deployment lists those it met, so that nobody takes them for tested.
 */
export const ignoredTypes: ReadonlySet<string> = new Set([
  'AWS::CDK::Metadata',
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::CompositeAlarm',
  'AWS::CloudWatch::Dashboard',
  'AWS::Events::Archive',
  'AWS::Logs::LogGroup',
  'AWS::Logs::MetricFilter',
  'AWS::Logs::QueryDefinition',
  'AWS::Logs::ResourcePolicy',
  'AWS::SNS::Subscription',
  'AWS::SNS::Topic',
  'AWS::SNS::TopicPolicy',
]);

/** Ignored resources still have an ARN that policies and alarms name. */
export function ignoredArn(type: string, physicalId: string, region: string, account: string): string {
  switch (type) {
    case 'AWS::Logs::LogGroup':
      return `arn:aws:logs:${region}:${account}:log-group:${physicalId}:*`;
    case 'AWS::SNS::Topic':
      return `arn:aws:sns:${region}:${account}:${physicalId}`;
    case 'AWS::CloudWatch::Alarm':
    case 'AWS::CloudWatch::CompositeAlarm':
      return `arn:aws:cloudwatch:${region}:${account}:alarm:${physicalId}`;
    default:
      return `arn:aws:${type.split('::')[1]?.toLowerCase() ?? ''}:${region}:${account}:${physicalId}`;
  }
}
