interface NameRule {
  readonly maximumLength: number;
  readonly isLowerCase?: boolean;
}

// Longest names the services take, from their API references.
const rules: Readonly<Record<string, NameRule>> = {
  'AWS::DynamoDB::Table': { maximumLength: 255 },
  'AWS::IAM::ManagedPolicy': { maximumLength: 128 },
  'AWS::IAM::Role': { maximumLength: 64 },
  'AWS::Lambda::Function': { maximumLength: 64 },
  'AWS::S3::Bucket': { maximumLength: 63, isLowerCase: true },
  'AWS::Scheduler::Schedule': { maximumLength: 64 },
  'AWS::Scheduler::ScheduleGroup': { maximumLength: 64 },
  'AWS::SecretsManager::Secret': { maximumLength: 512 },
  'AWS::SQS::Queue': { maximumLength: 80 },
  'AWS::StepFunctions::StateMachine': { maximumLength: 80 },
};

/** The name of a resource: the template's own, or the logical id in the form the service takes. */
export function physicalName(
  type: string,
  logicalId: string,
  explicit: string | undefined,
  suffix = '',
): string {
  if (explicit !== undefined) return explicit;
  const { maximumLength, isLowerCase } = rules[type] ?? { maximumLength: 64 };
  // The tail of a logical id is its hash, which keeps shortened names apart.
  const name = logicalId.slice(-(maximumLength - suffix.length));
  return (isLowerCase ? name.toLowerCase() : name) + suffix;
}
