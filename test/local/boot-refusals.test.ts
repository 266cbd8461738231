import { describe, expect, it } from 'vitest';
import { bootFixture, type Edit, editedAssembly } from './fixtures/booted.ts';

async function refusal(edit: Edit): Promise<string> {
  try {
    const { aws } = await bootFixture({ assembly: editedAssembly(edit) });
    await aws.close();
    return 'deployed';
  } catch (error) {
    return (error as Error).message;
  }
}

describe('a deployment that AWS would refuse, or that could not be trusted here', () => {
  it('names a resource type that is neither emulated nor ignored', async () => {
    const message = await refusal(({ Resources }) => {
      Resources.Cluster = { Type: 'AWS::ECS::Cluster', Properties: {} };
    });
    expect(message).toContain('App: AWS::ECS::Cluster Cluster could not be deployed');
    expect(message).toContain(
      'the resource type AWS::ECS::Cluster is neither emulated nor ignored on purpose',
    );
  });

  it('names a property of a known type that nobody thought of', async () => {
    const message = await refusal(({ Resources }) => {
      Object.assign(Resources.ConsumeInbox?.Properties ?? {}, { FilterCriteria: { Filters: [] } });
    });
    expect(message).toMatch(/AWS::Lambda::EventSourceMapping ConsumeInbox.*"FilterCriteria"/);
  });

  it('does not let a service assume a role that does not trust it', async () => {
    const message = await refusal(({ Resources }) => {
      const Statement = {
        Effect: 'Allow',
        Principal: { Service: 'states.amazonaws.com' },
        Action: 'sts:AssumeRole',
      };
      Object.assign(Resources.EchoRole?.Properties ?? {}, { AssumeRolePolicyDocument: { Statement } });
    });
    expect(message).toContain(
      'the role EchoRole cannot be assumed by lambda.amazonaws.com: its trust policy names states.amazonaws.com',
    );
  });

  it('does not create a mapping whose function may not receive from the queue', async () => {
    const message = await refusal(({ Resources }) => {
      delete Resources.ConsumePolicy;
      if (Resources.ConsumeInbox) Resources.ConsumeInbox.DependsOn = [];
    });
    expect(message).toMatch(/ConsumeInbox.*not authorized to perform: sqs:ReceiveMessage/);
  });

  it('does not know managed policies whose text it does not have', async () => {
    const message = await refusal(({ Resources }) => {
      Object.assign(Resources.EchoRole?.Properties ?? {}, {
        ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'],
      });
    });
    expect(message).toContain(
      'the managed policy arn:aws:iam::aws:policy/AdministratorAccess is not modelled',
    );
  });

  it('refuses a definition with a substitution that the template does not fill', async () => {
    const message = await refusal(({ Resources }) => {
      Object.assign(Resources.Review?.Properties ?? {}, { DefinitionSubstitutions: {} });
    });
    expect(message).toContain('DefinitionSubstitutions has no value for ${Echo}');
  });

  it('names the file when the directory is not an assembly', async () => {
    await expect(bootFixture({ assembly: import.meta.dirname })).rejects.toThrow(
      'manifest.json: no such file',
    );
  });
});
