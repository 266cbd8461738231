/** One HTTP request to one AWS service, its body read to the end. */
export interface ServiceRequest {
  readonly method: string;
  /** Path and query, still percent-encoded. */
  readonly url: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Who signed it: the access key id of the signature, which `local/iam` maps to a principal. */
  readonly accessKeyId: string;
}

export interface ServiceResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | string;
}

/** An emulated service. The gateway finds it by the service name in the request's SigV4 credential scope. */
export interface Service {
  /** As in the credential scope: `dynamodb`, `s3`, `sqs`, `states`, `kms`, … */
  readonly signingName: string;
  handle(request: ServiceRequest): Promise<ServiceResponse>;
}
