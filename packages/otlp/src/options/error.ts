/** Thrown by `createOtlpPipeline`, and only there, for options that could never work. */
export class OtlpOptionsError extends TypeError {
  readonly code = 'HEDDLE_OTLP_OPTIONS'
  override readonly name = 'OtlpOptionsError'
}
