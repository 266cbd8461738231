import { Stack, Validations } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Bucket } from 'aws-cdk-lib/aws-s3';

/** Objects of one bucket, or of one prefix of it: their keys carry dates and digests that nobody knows in advance. */
export function acknowledgeObjects({ role }: IFunction, bucket: Bucket, prefix = ''): void {
  if (!role) return;
  Validations.of(role).acknowledge({
    id: `AwsSolutions-IAM5[Resource::${importNameOf(bucket)}/${prefix}*]`,
    reason: 'The wildcard stands for the object keys of this one bucket, which are made at run time.',
  });
}

/** The name under which the other stack imports the bucket's ARN; cdk-nag names its finding by it. */
export function importNameOf(bucket: Bucket): string {
  const stack = Stack.of(bucket);
  const imported = stack.resolve(stack.exportValue(bucket.bucketArn)) as {
    readonly 'Fn::ImportValue': string;
  };
  return imported['Fn::ImportValue'];
}
