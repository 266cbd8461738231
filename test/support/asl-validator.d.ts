// The package publishes no types for its entry point; this is what of it is used here.
declare module 'asl-validator' {
  interface Verdict {
    readonly isValid: boolean;
    errorsText(): string;
  }
  export default function validate(definition: Record<string, unknown>): Verdict;
}
