/** Settings for an SDK client that calls the gateway as one principal. */
export interface GatewayClientSettings {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** @param accessKeyId a role's name, or `operator` */
export function gatewayClient(endpoint: string, region: string, accessKeyId: string): GatewayClientSettings {
  // The gateway tells callers apart by the access key id and checks no secret.
  return { endpoint, region, credentials: { accessKeyId, secretAccessKey: 'local-secret' } };
}
