import { describe, expect, it } from 'vitest';
import { DeployedApp } from '../deployed-app.ts';

const app = new DeployedApp();

describe('the policy of the case reviewers', () => {
  it('lets them list, read and decide cases and dispositions, and nothing else', () => {
    const { PolicyDocument } = app.find('AWS::IAM::ManagedPolicy', 'ReviewCaseReviewer').properties;
    const api = 'arn:AWS::Partition:execute-api:AWS::Region:AWS::AccountId:PublicApi/$default';
    expect(PolicyDocument).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: 'execute-api:Invoke',
          Resource: [
            'GET/accounts/*/dispositions',
            'GET/cases',
            'GET/cases/*',
            'GET/dispositions',
            'POST/cases/*/dispositions',
            'POST/cases/*/verdict',
            'POST/dispositions/*/opinion',
          ].map((route) => `${api}/${route}`),
        },
      ],
    });
  });

  it('covers every route that wants an IAM identity', () => {
    const routes = app
      .ofType('AWS::ApiGatewayV2::Route')
      .filter(({ properties }) => properties.AuthorizationType === 'AWS_IAM');
    const { PolicyDocument } = app.find('AWS::IAM::ManagedPolicy', 'ReviewCaseReviewer').properties;
    const granted = JSON.stringify(PolicyDocument);
    const paths = routes.map(({ properties }) =>
      String(properties.RouteKey)
        .replace(' ', '')
        .replace(/\{\w+\}/, '*'),
    );
    expect(paths.filter((path) => !granted.includes(`$default/${path}"`))).toEqual([]);
  });

  it('is the only managed policy, and is attached to nobody by the templates', () => {
    const [policy, ...others] = app.ofType('AWS::IAM::ManagedPolicy');
    expect(others).toEqual([]);
    expect(policy?.properties).not.toHaveProperty('Roles');
    expect(policy?.properties).not.toHaveProperty('Users');
    expect(policy?.properties).not.toHaveProperty('Groups');
  });
});
