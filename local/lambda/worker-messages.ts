/** What a worker thread is started with. */
export interface WorkerSetup {
  readonly codeDirectory: string;
  readonly handler: string;
  /** The simulated clock's shared offset. */
  readonly clockOffset: SharedArrayBuffer;
}

export interface InvocationMessage {
  /** JSON text of the event. */
  readonly payload: string;
  readonly requestId: string;
  readonly functionArn: string;
  readonly timeoutMs: number;
}

/** The error document Lambda answers with when the function fails. */
export interface FunctionErrorDocument {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace?: readonly string[];
}

export type WorkerMessage =
  | { readonly kind: 'ready'; readonly initMs: number }
  | { readonly kind: 'initFailed'; readonly initMs: number; readonly error: FunctionErrorDocument }
  | { readonly kind: 'returned'; readonly handlerMs: number; readonly payload: string }
  | { readonly kind: 'threw'; readonly handlerMs: number; readonly error: FunctionErrorDocument };
